/** Property tests are seeded, so that a failure comes back; `npm run soak` asks for more cases of each. */

import fc from 'fast-check';

fc.configureGlobal({ seed: 20_261_123, numRuns: Number(process.env.SOAK_RUNS ?? 30) });
