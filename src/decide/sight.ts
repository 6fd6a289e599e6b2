/** What two controls say of a source. Pure: the truth about truth rule 8, and nothing else. */

import type { Outcome } from '../model/capture.ts';
import type { Sight } from '../model/control.ts';

/** Answers of the network itself; a timeout, a failure or a page that nobody understands is none. */
const ANSWERS: readonly Outcome[] = ['profile', 'not-found', 'suspended', 'login-wall', 'challenge', 'rate-limited'];

/** Only two answers of the network itself with the same outcome make a source blind. */
export function sightOf(known: Outcome | null, impossible: Outcome | null): { sight: Sight; because: string } {
  if (known === null || impossible === null) return { sight: 'unclear', because: 'the controls were not asked' };
  const outcomes = `the known profile gave ${known}, the impossible handle ${impossible}`;
  if (!ANSWERS.includes(known) && !ANSWERS.includes(impossible)) return { sight: 'unclear', because: outcomes };
  if (known === impossible) return { sight: 'blind', because: '' };
  const failed = [known, impossible].some((outcome) => outcome === 'network-error' || outcome === 'timeout');
  // A profile that is surely there and seems to be gone: that sign proves nothing.
  if (failed || known === 'not-found' || known === 'suspended') return { sight: 'unclear', because: outcomes };
  return { sight: 'sees', because: '' };
}
