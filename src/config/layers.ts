/** One file laid over those that it builds on: it wins, they may not contradict each other, lists are joined. Pure. */

import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../model/problem.ts';
import {
  childOf,
  childrenOf,
  describePlace,
  isFields,
  isList,
  itemsOf,
  type Located,
  listOf,
  objectOf,
  problemAt,
} from './located.ts';

type Several = readonly [Located, ...Located[]];

/** What has the wrong form is left as it is: the schema tells it, file by file. */
export function laidUnder(own: Located, under: readonly Located[], problems: Problem[]): Located {
  if (!isFields(own.value)) return own;
  const layers = [own, ...under.filter(({ value }) => isFields(value))];
  const together = (key: (typeof SHARED)[number], found: Several): Located => {
    if (key === 'people') return united(found, problems);
    if (key !== 'brand' && key !== 'settings') return joined(found);
    return childOf(own, key) ? over(found[0], found.slice(1), key, problems) : agreed(found, key, problems);
  };
  const merged = SHARED.flatMap((key) => {
    const [first, ...more] = childrenNamed(layers, key);
    return first ? [[key, together(key, [first, ...more])] as const] : [];
  });
  const rest = childrenOf(own).filter(([key]) => !SHARED.some((name) => name === key));
  return objectOf([...rest, ...merged], own.place);
}

const SHARED = ['brand', 'people', 'locations', 'profiles', 'settings'] as const;

const childrenNamed = (layers: readonly Located[], key: string) => layers.flatMap((layer) => childOf(layer, key) ?? []);

function joined(lists: Several): Located {
  const [first, ...more] = lists.filter(({ value }) => isList(value));
  if (!first) return lists[0];
  return more.length > 0 ? listOf([first, ...more].flatMap(itemsOf), first.place) : first;
}

function united(records: Several, problems: Problem[]): Located {
  const people = new Map<string, Located>();
  for (const [name, person] of records.flatMap(childrenOf)) {
    const earlier = people.get(name);
    if (!earlier) people.set(name, person);
    else if (!name.startsWith('x-')) {
      const message = `${JSON.stringify(name)} is taken by ${describePlace(earlier.place)}.`;
      problems.push(problemAt(person.place, message, undefined, 'key'));
    }
  }
  return objectOf([...people], records[0].place);
}

/** An address is one fact: the street of one file and the town of another would be a place that does not exist. */
const isWhole = (key: string, { value }: Located): boolean => key === 'address' || !isFields(value);

/** What a file says itself, and the rest from below, field by field. */
function over(own: Located, under: readonly Located[], key: string, problems: Problem[]): Located {
  const fields = under.filter(({ value }) => isFields(value));
  if (isWhole(key, own) || fields.length === 0) return own;
  return byField([own, ...fields], (name) => {
    const mine = childOf(own, name);
    const [first, ...more] = childrenNamed(fields, name);
    if (mine) return over(mine, first ? [first, ...more] : [], name, problems);
    return first && agreed([first, ...more], name, problems);
  });
}

/** Files that lie side by side: none of them may win in silence. */
function agreed(layers: Several, key: string, problems: Problem[]): Located {
  const [first, ...more] = layers;
  if (more.length === 0 || key.startsWith('x-')) return first;
  if (!layers.some((layer) => isWhole(key, layer))) {
    return byField(layers, (name) => {
      const [one, ...others] = childrenNamed(layers, name);
      return one && agreed([one, ...others], name, problems);
    });
  }
  for (const { value, place } of more) {
    if (isDeepStrictEqual(value, first.value)) continue;
    const message = `this differs from ${describePlace(first.place)}; say which holds in a file that builds on both.`;
    problems.push(problemAt(place, message));
  }
  return first;
}

function byField(layers: Several, of: (name: string) => Located | undefined): Located {
  const names = new Set(layers.flatMap((layer) => childrenOf(layer).map(([name]) => name)));
  const children = [...names].flatMap((name) => {
    const child = of(name);
    return child ? [[name, child] as const] : [];
  });
  return objectOf(children, layers[0].place);
}
