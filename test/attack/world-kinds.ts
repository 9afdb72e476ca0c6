import type { Wishes } from './world.ts';

/** Kinds of world that a rule could fail in, by name; what a kind does not say is left to chance. */
export const worldKinds: Readonly<Record<string, Wishes>> = {
  'left to chance': {},
  'at most six organizations': { organizations: 'few' },
  'at most six, no attributes, nothing left open': {
    organizations: 'few',
    attributes: [],
    nonresponse: 0,
  },
  'many organizations': { organizations: 'many' },
  'many of equal size': { organizations: 'many', sizes: 'equal', nonresponse: 0 },
  'many large ones of equal size': {
    organizations: 'many',
    sizes: 'equal',
    nonresponse: 0,
    crowded: true,
  },
  'many large ones, polls reopened': { organizations: 'many', crowded: true, reopened: true },
  'many, some of them small': { organizations: 'many', sizes: 'fringe' },
  'a dominant organization': { sizes: 'dominant' },
  'many and a dominant one': { organizations: 'many', sizes: 'dominant' },
  'attributes that nest': { attributes: ['region', 'setting'], nests: true },
  'attributes that cross': { attributes: ['region', 'setting'], nests: false },
  'many, attributes that cross': {
    organizations: 'many',
    attributes: ['region', 'setting'],
    nests: false,
  },
  'edited weights and attributes': { mostly: 'edits', reopened: true },
  'many, edited weights and attributes': {
    organizations: 'many',
    mostly: 'edits',
    reopened: true,
  },
  'batches of one organization': { mostly: 'batches' },
  withdrawals: { mostly: 'withdrawals' },
  'an organization set aside': { reopened: true, setsAside: true },
  'a poll reopened': { reopened: true },
  'many large ones, three of them late': {
    organizations: 'many',
    crowded: true,
    reopened: true,
    lateFromThree: true,
  },
  'nothing left open': { nonresponse: 0 },
  'much left open': { nonresponse: 0.3 },
  'nearly all of one mind': { leaning: true },
  'many, nearly all of one mind': { organizations: 'many', leaning: true },
  'k of 5': { minRespondents: 5 },
  'k of 11': { minRespondents: 11 },
  'k of 20': { minRespondents: 20 },
};
