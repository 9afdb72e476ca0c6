import * as z from 'zod';
import { EVENT_SOURCE, type EventName, eventSchemas } from './event.ts';

/** A document that describes an event to consumers, and the name of the file that holds it. */
export type EventJsonSchema = { readonly file: string; readonly schema: object };

const kebabCase = (name: string): string =>
  name.replaceAll(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

const describe = (name: EventName): EventJsonSchema => {
  const { version } = eventSchemas[name].shape;
  const { $schema, ...schema } = z.toJSONSchema(eventSchemas[name]);
  return {
    file: `${kebabCase(name)}.v${version.value}.json`,
    schema: {
      $schema,
      $id: `urn:groundswell:event:${name}:${version.value}`,
      title: name,
      description: `The "detail" of events with source "${EVENT_SOURCE}" and detail-type "${name}". They come at least once; a repeat has the same "id".`,
      ...schema,
    },
  };
};

/** Every event's detail as JSON Schema (draft 2020-12), as it lies in `docs/events/`. */
export const eventJsonSchemas = (): readonly EventJsonSchema[] =>
  (Object.keys(eventSchemas) as readonly EventName[]).map(describe);
