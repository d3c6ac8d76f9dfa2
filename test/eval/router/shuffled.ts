/** In an order that `random` gives (Fisher and Yates). */
export function shuffled<One>(all: readonly One[], random: () => number): One[] {
  const left = [...all];
  const order: One[] = [];
  while (left.length > 0) {
    const at = Math.floor(random() * left.length);
    const [one] = left.slice(at, at + 1);
    const last = left.pop();
    if (one === undefined || last === undefined) break;
    order.push(one);
    if (at < left.length) left[at] = last;
  }
  return order;
}
