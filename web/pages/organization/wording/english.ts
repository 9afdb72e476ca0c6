import { english as report } from '../../../../core/report/wording/english.ts';
import { instantIn } from '../../instant-in.ts';
import type { OrganizationWording } from './wording.ts';

const { number, day, list } = report;
const people = (count: number): string => (count === 1 ? '1 person' : `${number(count)} people`);
const rows = (count: number): string => `${number(count)} row${count === 1 ? '' : 's'}`;
const CHANNELS: Readonly<Record<string, string>> = {
  web: 'by the web form',
  api: 'by another program',
  paper: 'on paper',
};

const channelList = (channels: Readonly<Partial<Record<string, number>>>): string =>
  list(
    Object.entries(channels).flatMap(([channel, count = 0]) =>
      count > 0 ? [`${number(count)} came ${CHANNELS[channel] ?? channel}`] : [],
    ),
  );

/** A coordinator's pages in English. */
export const organizationEnglish: OrganizationWording = {
  language: 'en',
  instant: instantIn('en-US'),
  day,
  signInAgain: 'Sign in again',
  signedOut: {
    title: 'Your sign-in has run out',
    text: 'Sign in again to go on. You come back to this page.',
  },
  notYours: {
    title: 'This is not your organization',
    text: 'You are signed in, but your account does not look after this organization, so nothing of it is shown. If it should, tell the network that runs the poll; or sign out and use another account.',
  },
  tooMany: {
    title: 'Too many requests at once',
    text: 'Wait half a minute, then try again.',
  },
  away: {
    title: 'The service does not answer',
    text: 'The network or the service is away. Try again in a moment.',
  },
  lead: 'For those who look after this organization',
  noPolls: {
    title: 'No poll yet',
    text: 'This organization takes part in no poll. Once the network that runs polls has added it to one, that poll is shown here.',
  },
  back: 'Back to the organization',
  print: 'Print',
  states: {
    draft: ({ closes }) =>
      `Not open yet: the network is preparing it, and nobody can answer.${closes ? ` It is to close on ${closes}.` : ''}`,
    open: ({ closes }) => (closes ? `Open until ${closes}.` : 'Open.'),
    closed: ({ closes, importsClose }) =>
      `Closed${closes ? ` since ${closes}` : ''}: nobody can answer any more.${importsClose ? ` Answers on paper can be handed in until ${importsClose}.` : ''}`,
  },
  link: {
    heading: 'The link to the form',
    notOpenYet:
      'You can already print it. Until the poll opens, the form says that it is not open yet.',
    long: 'This link is long to type. The QR code works as well as ever; where people have to type, ask the network for shorter ids in the next poll.',
    copy: 'Copy the link',
    copied: 'The link is copied.',
    notCopied: 'This browser does not let the page copy. Select the link and copy it yourself.',
    qr: 'The link to the form as a QR code',
    download: 'Download the QR code (SVG)',
    poster: 'Poster to print',
  },
  poster: {
    title: 'Poster',
    note: 'It fits one sheet of Letter or A4 paper. Try the code with a phone before you hang it up.',
    draft: 'The poll is not open yet, and its close may still be changed.',
    over: {
      title: 'There is nothing to print here',
      text: 'The poll of this address is closed, or this organization does not take part in it.',
    },
  },
  sheet: {
    asks: (organization) => `${organization} is asking you.`,
    purpose:
      'Other recovery groups ask the same questions. Planners will see what people want first.',
    how: 'Point the camera of a phone at the code, or type the address:',
    qr: 'The address as a QR code',
    points: ({ organization, minRespondents }) => [
      'Taking part is your choice. Nothing that you get from anyone depends on it.',
      'You need no account and no name. No phone number and no internet address is kept.',
      `No one at ${organization} can see your answers. Only totals are shown, and only of ${minRespondents} people or more.`,
      'You can skip any question. You can change your answers or take them back while the poll is open.',
    ],
    invited: 'You need the invitation code from your slip.',
    until: (closes) => `Open until ${closes}.`,
  },
  participation: {
    heading: 'How many have answered',
    loading: 'Loading the number…',
    uncounted: {
      draft: 'Nobody can answer yet, so there is no number.',
      open: 'Nothing has been counted yet. The first number comes within about an hour.',
      closed:
        'There is no number now. The final count comes soon after the close; some time later numbers are deleted together with the answers.',
    },
    responses: (count) =>
      count === 0
        ? 'Nobody has answered.'
        : `${people(count)} ${count === 1 ? 'has' : 'have'} answered.`,
    expected: (count) => `About ${number(count)} are expected.`,
    setAside:
      'The network leaves answers of certain days and ways out of the count, so how and when people answered is not shown.',
    channels: (channels) => `${channelList(channels)}.`,
    days: (first, last) =>
      first === last ? `All on ${first}.` : `The first on ${first}, the latest on ${last}.`,
    few: (minRespondents) =>
      `How and when they answered is shown from ${number(minRespondents)} people on, so that nobody can be found.`,
    counted: (instant) => `As of ${instant}.`,
    pace: {
      draft: 'The number is not live: it is counted at regular times.',
      open: 'The number is not live: it is counted at regular times.',
      closed: 'The number stands still until the final count.',
    },
    final: 'This is the final count.',
    neverWhat: 'You see how many answered, never what.',
  },
  invitations: {
    heading: 'Invitations',
    text: 'Whoever answers this poll needs an invitation code, which works once. Make codes here, and print them as slips to hand out.',
    notHere:
      'This service cannot make invitation codes. Ask the network that runs the poll for slips.',
    howMany: 'How many codes',
    hint: (most) => `A whole number, at most ${number(most)} at a time.`,
    wrongNumber: (most) => `Enter a whole number from 1 to ${number(most)}`,
    make: 'Make codes and slips',
    making: 'Making the codes…',
    notNow: 'No codes can be made while the poll is not open. Nothing was made.',
    damaged: 'The codes did not arrive whole. Make new ones, and do not use any of these.',
    made: (count) => `${number(count)} slip${count === 1 ? '' : 's'} to print`,
    onlyNow:
      'These codes are shown only now: nobody can show them again, since the service keeps only their hashes. Print them before you leave this page. If that fails, make new ones.',
    leaving: {
      title: 'Leave the slips?',
      text: 'Nobody can show these codes again. If they are not printed, they are lost, and you need to make new ones.',
      leave: 'Leave the slips',
      stay: 'Stay here',
    },
    done: 'They are printed: close the slips',
  },
  slip: {
    code: 'Invitation code',
    how: 'Scan or type the address and enter the code. It works once.',
    choice: 'Taking part is your choice.',
    apart: 'It is not kept with your answers.',
  },
  paper: {
    heading: 'Answers on paper',
    text: 'Upload answers that people gave on paper, as a CSV file: one row a sheet, one column an item, in each cell the number of the level, or nothing where it was left open.',
    notHere: 'This service does not take answers on paper yet. Nothing was uploaded.',
    file: 'File with the answers',
    hint: 'CSV, at most 10 MB. No names: the file is deleted after 7 days.',
    emptyFile: 'Download an empty file (CSV)',
    emptyFileNote: 'It names the columns: the ids of the items. Add a row for each sheet.',
    noFile: 'Choose a file that is not empty',
    tooLarge: (megabytes) => `Choose a file of at most ${number(megabytes)} MB`,
    upload: 'Upload',
    uploading: 'Uploading the file…',
    waiting: 'The file has arrived and waits to be read.',
    counting: (read) => `Reading the file: ${rows(read)} so far.`,
    done: (accepted, rejected) =>
      `${rows(accepted)} accepted, ${rejected === 0 ? 'none' : number(rejected)} rejected.`,
    rejectedNote:
      'Rejected rows do not count. Mend them in a file of their own and upload that; do not upload the accepted rows again.',
    download: 'Download the rejected rows (CSV)',
    failed: 'The file cannot be used as it is, and none of its rows counts:',
    notUploaded: 'The file did not arrive, and none of its rows counts. Try it once more.',
    notNow: 'No answers on paper are taken for this poll now: it is not open yet, or it is over.',
    another: 'Upload another file',
  },
};
