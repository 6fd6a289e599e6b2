/** The library's face: what scripts may rest on. Nothing here ends the process or writes to a terminal. */

export { audit, captureProfiles } from './audit.ts';
export { compareLogo } from './compare/logo/compareLogo.ts';
export type { Account, ClosedNetwork, Network } from './model/network.ts';
export { type Problem, UserError } from './model/problem.ts';
export type { Report, ReportFinding, ReportObservation, ReportProfile } from './model/report.ts';
export { closedNetworks, networks } from './networks/index.ts';
export type { AuditOptions, AuditResult, ProgressEvent } from './options.ts';
export { type PageReading, type PageToRead, readPage as readProfile } from './readPage.ts';
