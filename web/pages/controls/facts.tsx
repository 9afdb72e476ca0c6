import type { ComponentChildren } from 'preact';

/** What something is called, and what it is; nothing of it is shown where that is null. */
export type Fact = readonly [name: string, value: ComponentChildren | null];

/** A short list of facts. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts
      .filter(([, value]) => value !== null)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
