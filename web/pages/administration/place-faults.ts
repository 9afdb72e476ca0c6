import type { Fault } from '../../../schemas/problem.ts';

/** A control of a form: its JSON Pointer, what it is called, and what is said where it is wrong. */
export type Target = { readonly pointer: string; readonly label: string; readonly error: string };

/** A fault as a form shows it: at a control, or at none, then in the words of the API. */
export type PlacedFault =
  | ({ readonly kind: 'placed' } & Target)
  | { readonly kind: 'unplaced'; readonly pointer: string; readonly expected: string };

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** The control below a pointer, where all below it would say the same. */
const below = (pointer: string, targets: readonly Target[]): Target | undefined => {
  const [first, ...others] = targets.filter((one) => one.pointer.startsWith(`${pointer}/`));
  return others.every(({ error }) => error === first?.error) ? first : undefined;
};

const atOrAbove = (pointer: string, targets: readonly Target[]): Target | undefined => {
  if (pointer === '') return undefined;
  const exact = targets.find((target) => target.pointer === pointer);
  return exact ?? atOrAbove(parentOf(pointer), targets);
};

const nearest = (pointer: string, targets: readonly Target[]): Target | undefined =>
  atOrAbove(pointer, targets) ?? (pointer === '' ? undefined : below(pointer, targets));

/**
 * Finds the control for each fault: that of its pointer or the nearest above, else one
 * below it. Several faults of one control are told once.
 */
export const placeFaults = (
  faults: readonly Fault[],
  targets: readonly Target[],
): readonly PlacedFault[] => {
  const placed = new Map<string, PlacedFault>();
  for (const { pointer, expected } of faults) {
    const target = nearest(pointer, targets);
    const fault: PlacedFault = target
      ? { kind: 'placed', ...target }
      : { kind: 'unplaced', pointer, expected };
    const key = target ? target.pointer : `${pointer} ${expected}`;
    if (!placed.has(key)) placed.set(key, fault);
  }
  return [...placed.values()];
};
