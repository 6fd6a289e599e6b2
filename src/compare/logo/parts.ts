/** Connected groups of pixels, and their measures. */

export function parts(n: number, belongs: (at: number) => boolean): number[][] {
  const done = new Uint8Array(n * n);
  const groups: number[][] = [];
  for (let start = 0; start < n * n; start += 1) {
    if (done[start] || !belongs(start)) continue;
    done[start] = 1;
    const group = [start];
    const take = (next: number) => {
      if (next < 0 || next >= n * n || done[next] || !belongs(next)) return;
      done[next] = 1;
      group.push(next);
    };
    for (let k = 0; k < group.length; k += 1) {
      const at = group[k] ?? 0;
      const column = at % n;
      take(at - n);
      take(at + n);
      if (column > 0) take(at - 1);
      if (column < n - 1) take(at + 1);
    }
    groups.push(group);
  }
  return groups;
}

export type Extent = { left: number; top: number; width: number; height: number };

export function extent(part: readonly number[], n: number): Extent {
  let [left, top, right, bottom] = [n, n, 0, 0];
  for (const at of part) {
    const column = at % n;
    const row = Math.floor(at / n);
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  }
  return { left, top, width: right - left, height: bottom - top };
}
