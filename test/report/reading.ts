/** Reads the other forms of a report back, with the readers that others would use. */

import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Report } from '../../src/model/report.ts';
import type { Format } from '../../src/report/formats.ts';
import { renderReport } from '../../src/report/render.ts';

/** The text of one file of a form. */
export function textOf(report: Report, format: Format, path?: string): string {
  const files = renderReport(report, { formats: [format] });
  const content = files.find((file) => path === undefined || file.path === path)?.content;
  if (typeof content !== 'string') throw new Error(`no ${path ?? format}`);
  return content;
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const texts = (value: unknown): Record<string, string> =>
  Object.fromEntries(isRecord(value) ? Object.entries(value).map(([key, text]) => [key, String(text)]) : []);

/** Well-formed XML as elements; throws where it is not. */
export function parseXml(text: string): XmlElement {
  const faults = XMLValidator.validate(text);
  if (faults !== true) throw new Error(JSON.stringify(faults));
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    ignoreDeclaration: true,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    parseTagValue: false,
    trimValues: false,
    // Character references among them.
    htmlEntities: true,
    processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
  });
  const parsed: unknown = parser.parse(text);
  const [root] = elementsIn(parsed);
  if (!root) throw new Error('no element');
  return root;
}

const elementsIn = (nodes: unknown): XmlElement[] =>
  Array.isArray(nodes)
    ? nodes.filter(isRecord).flatMap((node) => {
        const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
        if (name === undefined) return [];
        const children = node[name];
        return [{ name, attributes: texts(node[':@']), children: elementsIn(children), text: textIn(children) }];
      })
    : [];

const textIn = (nodes: unknown): string =>
  Array.isArray(nodes)
    ? nodes.map((node) => (isRecord(node) && '#text' in node ? String(node['#text']) : '')).join('')
    : '';

export const csvRecords = (text: string, delimiter = ','): readonly Readonly<Record<string, string>>[] =>
  parseCsv<Record<string, string>>(text, { bom: true, columns: true, delimiter, record_delimiter: '\r\n' });
