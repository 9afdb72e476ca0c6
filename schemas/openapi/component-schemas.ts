import * as z from 'zod';
import { AuditEntry, AuditLimit, AuditPage, AuditPlace } from '../audit.ts';
import { Exclusion, ExclusionsRequest, ExclusionsView } from '../exclusions.ts';
import { FormPost } from '../form-post.ts';
import * as identifiers from '../identifier.ts';
import {
  LoadedOrganizations,
  Organization,
  OrganizationList,
  OrganizationName,
  OrganizationRequest,
} from '../organization.ts';
import { OrganizationPolls, ParticipationView } from '../participation.ts';
import { Item, PollDefinition, PollDescription, PollList, PollRequest, PollView } from '../poll.ts';
import { Fault, GatewayRefusal, Problem } from '../problem.ts';
import {
  FileName,
  ReleaseView,
  RequestedRollUp,
  Snapshot,
  SnapshotId,
  SnapshotList,
} from '../release.ts';
import { AcceptedSubmission, ResponseView, Submission } from '../response.ts';
import type { JsonObject } from './json-object.ts';

/** What looks the same in requests and in answers. */
const WORDS = {
  ...identifiers,
  AuditLimit,
  AuditPlace,
  Exclusion,
  FileName,
  SnapshotId,
} as const;

/** What clients send: members with a default may be left out. */
const REQUESTS = {
  ExclusionsRequest,
  FormPost,
  OrganizationRequest,
  PollDefinitionRequest: PollDefinition,
  PollRequest,
  Submission,
} as const;

/** This document, seen from outside. */
const OpenApiDocument = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({}),
  paths: z.looseObject({}),
});

/** What they get: members with a default are always there. */
const ANSWERS = {
  AcceptedSubmission,
  AuditEntry,
  AuditPage,
  ExclusionsView,
  Fault,
  GatewayRefusal,
  LoadedOrganizations,
  OpenApiDocument,
  Organization,
  OrganizationList,
  OrganizationName,
  OrganizationPolls,
  ParticipationView,
  PollDefinition,
  PollDescription,
  PollList,
  PollView,
  Problem,
  ReleaseView,
  RequestedRollUp,
  ResponseView,
  Snapshot,
  SnapshotList,
} as const;

/** A schema that requests and answers may speak of. */
export type SchemaName = keyof typeof WORDS | keyof typeof REQUESTS | keyof typeof ANSWERS;

const PREFIX = '#/components/schemas/';

/** A reference to one of the document's schemas. */
export const refTo = (name: SchemaName): JsonObject => ({ $ref: `${PREFIX}${name}` });

type Override = NonNullable<z.core.JSONSchemaGeneratorParams['override']>;

/** An item's id alone stands for the item: a preprocessing, which JSON Schema has no word for. */
const itemOrItsId: Override = ({ zodSchema, jsonSchema }) => {
  if ((zodSchema as unknown) !== Item) return;
  const { anyOf, ...object } = jsonSchema;
  if (anyOf) return;
  for (const name of Object.keys(jsonSchema)) delete jsonSchema[name];
  jsonSchema.anyOf = [refTo('ItemId'), object];
};

const converted = (
  schemas: Readonly<Record<string, z.ZodType>>,
  io: 'input' | 'output',
): Readonly<Record<string, JsonObject>> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const { schemas: made } = z.toJSONSchema(registry, {
    io,
    uri: (id) => `${PREFIX}${id}`,
    ...(io === 'input' && { override: itemOrItsId }),
  });
  return Object.fromEntries(
    Object.keys(schemas).map((id) => {
      const { $schema, $id, ...schema } = made[id] as JsonObject;
      return [id, schema];
    }),
  );
};

/** Every schema of the document by its name, made from those that validate. */
export const componentSchemas = (): Readonly<Record<string, JsonObject>> =>
  Object.fromEntries(
    Object.entries({
      ...converted({ ...WORDS, ...REQUESTS }, 'input'),
      ...converted({ ...WORDS, ...ANSWERS }, 'output'),
    }).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
