import { expect, test } from 'vitest';
import { topPriorities } from '../../../local/demonstration/tell-priorities.ts';

const HEADING = 'list,id,title,voice,metric,rank,estimate';
const ROWS = [
  'category:a,one,One,respondent,agree,3,0.1',
  'category:a,two,Two,respondent,agree,1,0.9',
  'category:a,three,Three,respondent,agree,2,0.456',
  'category:b,four,"Four, five",respondent,agree,1,1',
  'categories,a,Letters,respondent,agree,2,0.5',
  'categories,b,Numbers,respondent,agree,1,0.75',
  'categories,b,Numbers,organization,agree,1,0.2',
  'categories,b,Numbers,respondent,net,1,0.3',
  'category:b,withheld,Withheld,respondent,agree,,',
];

test('shows the first two items of each category, categories by their own rank', () => {
  expect(topPriorities([HEADING, ...ROWS].join('\r\n'))).toEqual([
    '',
    '  1   75.0 %  Numbers',
    '     1  100.0 %  Four, five',
    '',
    '  2   50.0 %  Letters',
    '     1   90.0 %  Two',
    '     2   45.6 %  Three',
  ]);
});

test('shows the ranks that the uncertainty leaves open in the place of a rank', () => {
  const table = [
    'list,id,title,voice,metric,rank,rank_low,rank_high,estimate',
    'categories,a,Letters,respondent,agree,1,1,3,0.5',
    'category:a,one,One,respondent,agree,1,1,1,0.9',
  ];
  expect(topPriorities(table.join('\r\n'))).toEqual([
    '',
    '1-3   50.0 %  Letters',
    '     1   90.0 %  One',
  ]);
});
