import type { OrganizationRequest } from '../../schemas/organization.ts';

/** An invented organization; `responses` is how many people answer through it in the demo. */
export type DemonstrationOrganization = {
  readonly id: string;
  readonly responses: number;
  readonly request: OrganizationRequest;
};

type Row = readonly [
  id: string,
  name: string,
  region: string,
  setting: string,
  peopleServed: number,
  responses: number,
];

const ROWS: readonly Row[] = [
  ['harbor-lights', 'Harbor Lights Recovery Community', 'coast', 'urban', 5200, 260],
  ['midtown-together', 'Midtown Together', 'valley', 'urban', 4100, 190],
  ['open-door-collective', 'Open Door Collective', 'plains', 'urban', 2600, 150],
  ['ridgeline', 'Ridgeline Recovery Network', 'mountains', 'suburban', 1900, 130],
  ['new-morning', 'New Morning Alliance', 'valley', 'suburban', 2200, 110],
  ['tidewater', 'Tidewater Recovery Center', 'coast', 'suburban', 1500, 95],
  ['common-table', 'The Common Table', 'plains', 'suburban', 1300, 85],
  ['second-spring', 'Second Spring', 'valley', 'urban', 1700, 75],
  ['steady-ground', 'Steady Ground', 'mountains', 'rural', 800, 68],
  ['lantern-house', 'Lantern House', 'coast', 'urban', 1100, 60],
  ['prairie-voices', 'Prairie Voices', 'plains', 'rural', 620, 54],
  ['caminos', 'Caminos de Recuperación', 'valley', 'suburban', 950, 48],
  ['cedar-creek', 'Cedar Creek Peers', 'mountains', 'rural', 540, 42],
  ['bridgeway-peers', 'Bridgeway Peers', 'coast', 'suburban', 700, 38],
  ['north-fork', 'North Fork Recovery Circle', 'mountains', 'rural', 380, 34],
  ['orchard-street', 'Orchard Street Community', 'valley', 'urban', 460, 30],
  ['wheatfield', 'Wheatfield Recovery Allies', 'plains', 'rural', 330, 26],
  ['saltmarsh', 'Saltmarsh Friends in Recovery', 'coast', 'rural', 290, 22],
  ['high-meadow', 'High Meadow', 'mountains', 'rural', 210, 18],
  ['juntos', 'Juntos', 'plains', 'suburban', 240, 15],
  ['east-bank', 'East Bank Collective', 'valley', 'rural', 160, 12],
  ['lighthouse-point', 'Lighthouse Point', 'coast', 'rural', 120, 9],
  ['mesa-peers', 'Mesa Peers', 'plains', 'rural', 90, 6],
  ['switchback', 'Switchback', 'mountains', 'rural', 60, 3],
];

/** 24 invented organizations of very different sizes in four regions. */
export const demonstrationOrganizations: readonly DemonstrationOrganization[] = ROWS.map(
  ([id, name, region, setting, peopleServed, responses]) => ({
    id,
    responses,
    request: {
      name: { en: name },
      attributes: { region, setting },
      peopleServed,
      expectedResponses: responses,
    },
  }),
);
