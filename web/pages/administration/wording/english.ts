import { english } from '../../../../core/report/wording/english.ts';
import { instantIn } from '../../instant-in.ts';
import { languageNamesIn } from './language-names-in.ts';
import type { AdministrationWording } from './wording.ts';

const LOCALE = 'en-US';
const { number, list } = english;
const many = (count: number, one: string, more = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : more}`;

const MEMBERS: Readonly<Record<string, string>> = {
  definition: 'what is asked and its settings',
  closesAt: 'the close',
  importsCloseAt: 'the close for paper',
  name: 'the name',
  attributes: 'the attributes',
  peopleServed: 'people served',
  expectedResponses: 'expected responses',
};
const members = (changed: readonly string[]): string =>
  list(changed.map((member) => MEMBERS[member] ?? member));

/** The administrator's pages in English. */
export const administrationEnglish: AdministrationWording = {
  polls: 'Polls',
  allPolls: 'All polls',
  pagesOfPoll: 'Pages of this poll',
  sections: {
    overview: 'Overview',
    definition: 'What is asked',
    organizations: 'Organizations',
    participation: 'Participation',
    release: 'Release',
    audit: 'Who did what',
  },
  states: { draft: 'Draft', open: 'Open', closed: 'Closed' },
  channels: { web: 'web form', api: 'other systems', paper: 'paper' },
  loading: 'Loading…',
  working: 'Working…',
  cancel: 'No, go back',
  save: 'Save',
  saved: 'Saved.',
  lookAgain: 'Look again',
  orderBy: 'Order by',
  filter: 'Find by name or id',
  filtered: (shown, all) => `${number(shown)} of ${many(all, 'organization')}`,
  unsaved: {
    title: 'Leave without saving?',
    text: 'What you changed on this page is not saved yet. It will be lost.',
    leave: 'Leave without saving',
    stay: 'Stay here',
  },
  instant: instantIn(LOCALE),
  timeZone: (zone) => `In your time zone: ${zone}.`,
  languageName: languageNamesIn(LOCALE),
  errorTitle: 'There is a problem',
  expected: 'Expected:',
  refusals: {
    administratorsOnly: {
      title: 'These pages are for administrators',
      text: 'You are signed in, but not as an administrator. Sign out and use another account, or ask the network for the role “administrator”.',
    },
    signInAgain: {
      title: 'Please sign in again',
      text: 'Your sign-in has ended. Sign in to go on from here.',
    },
    kept: 'What you typed here is kept in this tab until you come back.',
    away: {
      title: 'The service cannot be reached',
      text: 'The network or the service is away. Check your connection and try again. Repeating is safe.',
    },
    tooMany: {
      title: 'Too many requests at once',
      text: 'Nothing was changed. Wait half a minute, then try again.',
    },
    other: {
      title: 'Something went wrong',
      text: 'The service could not do this. Try again in a moment. Repeating is safe.',
    },
    byCode: {
      'unknown-poll': {
        title: 'There is no such poll',
        text: 'Check the address, or look in the list of polls.',
      },
      'unknown-organization': {
        title: 'There is no such organization in this poll',
        text: 'Check the address, or look in the list of organizations.',
      },
      'subject-required': {
        title: 'Your account does not say who you are',
        text: 'What is done is kept with who did it. Ask the network for an account that has a subject.',
      },
      'invalid-request': {
        title: 'Something has to be corrected',
        text: 'Nothing was saved. Correct what is listed and save again.',
      },
      'body-too-large': {
        title: 'This is too much at once',
        text: 'Nothing was saved. Make it shorter, or send it in parts.',
      },
      'poll-immutable': {
        title: 'The poll is open, so what is asked is fixed',
        text: 'Nothing was saved. Make a new poll to ask something else.',
      },
      'close-not-movable': {
        title: 'The close cannot move there',
        text: 'Once a poll is open its close can only move later. It must also be more than 7 days before the first answers are deleted.',
      },
      'close-required': {
        title: 'The poll has no close in the future',
        text: 'Edit the draft, choose when the poll closes, and open it then.',
      },
      'too-few-organizations': {
        title: 'The poll has too few organizations',
        text: 'Nothing could ever be released with so few. Add organizations, then open the poll.',
      },
      closed: {
        title: 'The poll is closed',
        text: 'Nothing was changed. No organization can be added and no time can move any more.',
      },
      'not-open-yet': {
        title: 'The poll is not open yet',
        text: 'Open the poll first.',
      },
      'frozen-by-release': {
        title: 'An organization is part of a release',
        text: 'Nothing was saved. Since the first release its people served and its attributes are fixed. Its name may change.',
      },
      sealed: {
        title: 'The final count has begun',
        text: 'Nothing was changed. What the poll is counted by is fixed from now on.',
      },
      overtaken: {
        title: 'Somebody else changed this at the same time',
        text: 'Look at how it stands now, then do it again if it is still needed.',
      },
      unavailable: {
        title: 'The service is busy',
        text: 'Wait a few seconds, then try again.',
      },
    },
  },
  list: {
    caption: 'All polls',
    none: 'There is no poll yet.',
    create: 'New poll',
    poll: 'Poll',
    id: 'Id',
    state: 'State',
    opened: 'Opened',
    closes: 'Closes',
  },
  create: {
    title: 'New poll',
    introduction: 'A poll begins as a draft. Nobody sees it until you open it.',
    id: {
      label: 'Id of the poll',
      hint: 'Part of every address, for example calls-2027. People type it off a poster: keep it short. It cannot be changed later.',
      error: 'Use 1 to 32 lower-case letters, digits and single hyphens between them',
    },
    idLong: (room) =>
      `This id is long: links that can still be typed by hand leave ${many(room, 'character', 'characters')} for the id of an organization.`,
    idTaken: 'There is already a poll with this id. Choose another',
    start: 'Start from',
    starts: {
      shipped: {
        label: 'The Calls to Action Poll',
        hint: '5 categories of 4 items, in English and Spanish. You can change everything.',
      },
      own: {
        label: 'A definition of your own',
        hint: 'A JSON file, such as one downloaded from another poll.',
      },
    },
    file: { label: 'Choose a JSON file', hint: 'It is read on this device. Nothing is saved yet.' },
    paste: {
      label: 'Or paste the definition',
      hint: 'At least “levels” and “categories” with their items.',
      error: 'This is not a definition: it needs to be JSON with “levels” and “categories”',
    },
    next: 'Go on to the draft',
  },
  definition: {
    title: 'Edit the draft',
    fixed: 'The poll was opened, so what is asked is fixed.',
    beside:
      'Each text stands in its languages side by side. The form is offered in a language only where no title of a category or an item is missing in it.',
    missing: (language, { count, offered }) =>
      `${many(count, 'text is', 'texts are')} not there in ${language}${offered ? '' : `: the form will not be offered in ${language}`}.`,
    pollTitle: 'Title of the poll',
    pollIntroduction: 'Introduction',
    levels: 'Answers to choose from',
    level: (level, levels) =>
      `Level ${level} of ${levels}${level === 1 ? ' (strongest disagreement)' : level === levels ? ' (strongest agreement)' : ''}`,
    levelsHint: 'Leave all of them empty to use the usual words.',
    categories: 'Categories and items',
    category: (index) => `Category ${index}`,
    item: (index) => `Item ${index}`,
    itemId: 'Id of the item',
    idError: 'Use lower-case letters, digits and single hyphens, and every id only once',
    textError: 'Enter a text of at most 2000 characters in at least one language',
    categoryId: 'Id of the category',
    categoryTitle: 'Title of the category',
    addItem: 'Add an item',
    removeItem: (index) => `Remove item ${index}`,
    addCategory: 'Add a category',
    removeCategory: (index) => `Remove category ${index}`,
    when: 'When the poll closes',
    settings: 'How it is counted and published',
    setting: {
      levels: {
        label: 'Number of levels',
        hint: '3 to 7. The usual scale has 5, from strongly disagree to strongly agree.',
        error: 'Choose 3 to 7 levels, each with a title or none with one',
      },
      closesAt: {
        label: 'The poll closes',
        hint: 'Nobody can answer after that. Once the poll is open it can only move later.',
        error: 'Enter a day and a time',
      },
      importsCloseAt: {
        label: 'Answers on paper can be entered until',
        hint: 'Leave it empty if that ends with the poll. The final count waits for it.',
        error: 'Enter a time after the close, more than 7 days before the answers are deleted',
      },
      minRespondents: {
        label: 'Fewest people behind a figure',
        hint: 'A figure is only published if at least so many people stand behind it. 11 is usual, 5 to 1000 are possible.',
        error: 'Enter a whole number from 5 to 1000',
      },
      minOrganizations: {
        label: 'Fewest organizations behind a figure',
        hint: 'So many organizations at least must stand behind a figure. 3 to 100.',
        error: 'Enter a whole number from 3 to 100',
      },
      publishedAttributes: {
        label: 'Attributes that results are broken down by',
        hint: 'Ids with commas between them, for example region, setting. At most 5. Organizations need these attributes. Leave it empty for none.',
        error:
          'Enter at most 5 ids of lower-case letters, digits and single hyphens, with commas between them',
      },
      retentionDays: {
        label: 'Days until the answers are deleted',
        hint: 'Counted from the close. 14 to 730. Backups keep them 7 days longer. Published figures stay.',
        error: 'Enter a whole number from 14 to 730',
      },
    },
    mode: {
      label: 'Who can answer',
      hint: 'Reports say which it was. An open link is easier to share and easier to flood.',
    },
    modes: {
      open: { label: 'Anyone with the link', hint: 'Nobody needs a code.' },
      invited: { label: 'People with an invitation', hint: 'The network invites each person.' },
    },
    reports: { label: 'Who can see the results', hint: '' },
    reportsTo: {
      planners: { label: 'Planners', hint: 'Only who signs in as planner or administrator.' },
      public: { label: 'Everyone', hint: 'Anyone with the address, without signing in.' },
    },
    metric: {
      label: 'Results are headed by',
      hint: 'All three are computed. This one is what reports show first.',
    },
    metrics: {
      agree: { label: 'The share who agree', hint: 'The easiest to explain.' },
      net: {
        label: 'Agreement less disagreement',
        hint: 'Takes into account how many disagree.',
      },
      mean: { label: 'The mean level', hint: 'Tells strong from mild agreement.' },
    },
    download: 'Download as JSON',
    noTitle: 'no title',
  },
  poll: {
    facts: {
      state: 'State',
      opened: 'Opened',
      closes: 'Closes',
      closed: 'Closed',
      importsClose: 'Paper can be entered until',
      expiry: 'No answer is deleted before',
      organizations: 'Organizations',
      noClose: 'not chosen yet',
    },
    edit: 'Edit the draft',
    results: 'Results',
    before: 'Before it can open',
    ready: 'Everything that is needed is there.',
    closeNeeded: 'Choose when it closes: a time that is yet to come.',
    organizationsNeeded: (has, needs) =>
      `Add organizations: it has ${number(has)} and needs at least ${number(needs)}.`,
    translationsMissing: (language, { count, offered }) =>
      `${many(count, 'text is', 'texts are')} not there in ${language}${offered ? '' : `: the form will not be offered in ${language}`}. The poll can open all the same, but no text can be added then.`,
    open: 'Open the poll…',
    opening: {
      title: 'Open the poll now?',
      confirm: 'Yes, open it now',
      points: (organizations, closes, mode) => [
        `People of ${many(organizations, 'organization')} can answer at once, until ${closes}.`,
        'This cannot be undone: an open poll never becomes a draft again.',
        'What is asked and every setting stay as they are now. Not even a typing error can be mended.',
        'The close can only move later. You can close the poll early, but not open it again.',
        ...(mode === 'open'
          ? ['Anyone who has the link can answer.']
          : ['Reports will say that people answered by invitation.']),
      ],
    },
    opened: 'The poll is open.',
    close: 'Close the poll now…',
    closing: {
      title: 'Close the poll now?',
      confirm: 'Yes, close it now',
      points: (closes) => [
        'This cannot be undone: a closed poll cannot be opened again.',
        ...(closes === null ? [] : [`It would otherwise stay open until ${closes}.`]),
        'Nobody can answer, change or take back answers any more. Answers that wait on a phone without a network are lost.',
        'The final count follows by itself within minutes, then the last release.',
      ],
    },
    closed: 'The poll is closed. The final count follows by itself.',
    closeEarly: 'Close it early',
    later: {
      title: 'Let it close later',
      text: 'The close of an open poll can only move later.',
      label: 'New close',
      importsLabel: 'Answers on paper can be entered until',
      button: 'Move the close…',
      question: { title: 'Move the close?', confirm: 'Yes, move it' },
      points: (closes) => [
        `The poll then stays open until ${closes}.`,
        'It cannot move back. To end it sooner you would close it by hand.',
      ],
      moved: 'The close has moved.',
    },
    afterClose: 'The poll is closed. See the final count and what was released under “Release”.',
    asked: 'What is asked, in every language',
  },
  organizations: {
    caption: 'Organizations of this poll',
    none: 'This poll has no organization yet. Add one, or import a CSV file.',
    add: 'Add an organization',
    import: 'Import a CSV file',
    name: 'Name',
    id: {
      label: 'Id of the organization',
      hint: 'Part of the address of its form, for example hope-house. People type it off a poster: keep it short. It cannot be changed later.',
      error: 'Use 1 to 32 lower-case letters, digits and single hyphens between them',
    },
    idLong: (length) =>
      `The link to this form would have ${number(length)} characters after the domain. Hardly anyone types more than 40 without a mistake: a shorter id is better.`,
    idTaken: 'There is already an organization with this id in this poll. Choose another',
    form: 'Form',
    formOf: (name) => `Form of ${name}`,
    attributes: 'Attributes',
    peopleServed: {
      label: 'People served',
      hint: 'If known. Where every organization has it, results are also weighed by it.',
      error: 'Enter a whole number from 1 to 100,000,000, or nothing',
    },
    expectedResponses: {
      label: 'Expected responses',
      hint: 'A rough number. It sets how a flood of answers is told from a busy day.',
      error: 'Enter a whole number from 1 to 10,000,000, or nothing',
    },
    names: 'Name, as people know it',
    nameError: 'Enter a name in at least one language',
    attribute: 'Attribute',
    attributeHint:
      'For example region: coast. Results can be broken down by attributes that the poll publishes.',
    value: 'Value',
    attributeError: 'Enter the id of an attribute and a value of at most 100 characters',
    addAttribute: 'Add an attribute',
    removeAttribute: (index) => `Remove attribute ${index}`,
    frozen: 'From the first release on, people served and attributes cannot change any more.',
    addTitle: 'Add an organization',
    changeTitle: 'Change an organization',
    setAside: 'Set answers aside',
    coordinatorsPage: 'Page of its coordinators',
    csv: {
      title: 'Import a CSV file',
      text: 'Organizations with an id that is there already are changed, others are added; none is removed. Nothing is saved unless every line can be.',
      columns: 'What the columns may be',
      column: 'Column',
      holds: 'Holds',
      meanings: [
        ['id', 'Needed. Lower-case letters, digits and hyphens, for example hope-house'],
        ['name', 'Needed: this one or one with a language. The name in English'],
        ['name:es', 'The name in Spanish; other languages likewise'],
        ['peopleServed', 'How many people it serves, if known'],
        ['expectedResponses', 'How many answers are expected, roughly'],
        ['attribute:region', 'An attribute, here “region”; others likewise'],
      ],
      sample: 'Download a sample',
      file: { label: 'Choose a CSV file', hint: 'In UTF-8 with commas, at most 5000 lines.' },
      paste: {
        label: 'Or paste it, and correct it here',
        hint: 'The first line names the columns.',
      },
      load: 'Import',
      loaded: (all, created, changed) =>
        `${many(all, 'organization')} read: ${number(created)} added, ${number(changed)} changed, ${number(all - created - changed)} as before.`,
      empty: 'Choose a file or paste its lines first',
      notUtf8: 'This file is not in UTF-8. In Excel, save it as “CSV UTF-8”',
      semicolons: 'The columns are parted by semicolons. Save the file with commas instead',
      faults: 'What has to be corrected',
      line: 'Line',
      what: 'Expected',
      header: 'header',
      once: 'Every id in one line only',
      whole: 'whole file',
      nothingWritten: 'Nothing was saved. Correct the lines below and import again.',
    },
  },
  participation: {
    asOf: (instant) => `As of ${instant}.`,
    final: 'This is the final count.',
    interim: 'Counted at regular times, not at every answer.',
    standsStill: 'The poll is closed; these numbers stand still until the final count.',
    notCounted: 'Nothing has been counted yet, or the counts were deleted with the answers.',
    responses: 'Responses',
    begun: 'Organizations that have begun',
    begunOf: (begun, all) => `${number(begun)} of ${number(all)}`,
    notBegun: 'Who has not begun',
    everyone: 'Every organization has begun.',
    caption: 'Responses by organization',
    organization: 'Organization',
    expected: 'Expected',
    ofExpected: (share) => `${share} of the expected`,
    channels: 'Came by',
    first: 'First day',
    last: 'Last day',
    setAside: 'Set aside',
    inForce: 'by a list',
    hidden: (minimum) =>
      `How answers came and on which days is only shown from ${number(minimum)} responses on, and not while a list of what is set aside is in force, so that nobody can be found in it.`,
    notShown: 'not shown',
  },
  release: {
    latest: 'Released last',
    number: (count) => `Release ${count}`,
    kinds: { interim: 'interim figures', final: 'final figures' },
    kind: 'Kind',
    asOf: 'Figures as of',
    none: 'Nothing is released yet.',
    toResults: 'See the results',
    ask: 'Release now',
    askNote:
      'Counts what is there and releases what the rules let out. It also happens by itself at regular times. Asking does no harm.',
    asked: 'It was asked for. What comes of it shows here within a minute.',
    draft: 'Nothing can be released before the poll is open.',
    withheld: 'What was withheld, and why',
    lastAttempt: (kind, since) =>
      `At the last attempt no ${kind} figures were released${since === null ? '' : `, nor at any other since ${since}`}. Earlier releases stay as they are.`,
    noReason: 'No reason was given.',
    reasons: {
      'too-few-answers': 'Too few people have answered.',
      'too-few-organizations': 'Too few organizations have answers.',
      'dominant-organization': 'One organization has most of the answers.',
      'too-few-without-largest': 'Without the largest organization too few people have answered.',
      'too-small-a-difference':
        'Too little has changed since the last release: someone could be found in the difference.',
      'could-be-worked-out':
        'What a single organization’s people answered could be worked out from the figures.',
    },
    nothingWithheld: 'No release is being held back.',
    inside: 'Withheld within the latest release',
    insideAway:
      'What is withheld within the release could not be loaded. The results page shows it, too.',
    finalCount: 'Final count',
    noEnd: 'The poll has no close yet, so there is no final count.',
    due: 'Due',
    sealed: 'All answers counted and sealed',
    decided: 'Last release decided',
    yes: 'yes',
    notYet: 'not yet',
    pending: 'The final count begins once the poll is closed.',
    counting: 'The final count is under way. This page looks again by itself.',
    deciding:
      'Everything is counted; what to release of it is being decided. This page looks again by itself.',
    done: 'The final count is done. It holds every answer that was accepted.',
  },
  exclusions: {
    title: 'Set answers aside',
    text: 'If someone has flooded this organization with made-up answers, those of a day and of the way they came can be left out of the count. They are kept. Nobody can choose by what was answered.',
    now: 'Set aside now',
    nothing: 'Nothing is set aside.',
    day: 'Day (UTC)',
    dayError: 'Enter a day',
    channel: 'Came by',
    remove: (what) => `Count again: ${what}`,
    add: 'Add to the list',
    addTitle: 'Set more aside',
    reason: {
      label: 'Reason',
      hint: 'It stays in the list of who did what. Name nobody.',
      error: 'Say why, in at most 500 characters',
    },
    unsaved: 'The list is changed, but not in force yet.',
    set: 'Put the list in force…',
    question: { title: 'Put this list in force?', confirm: 'Yes, put it in force' },
    points: (count) => [
      count === 0
        ? 'Every answer of this organization counts again.'
        : `Answers of ${many(count, 'day and way', 'days and ways')} are not counted, true ones among them, and also those that come in later.`,
      'What was released before stays as it is.',
      'It can be changed until the final count begins, not after.',
    ],
    done: 'The list is in force. The answers are being counted anew.',
    draft: 'Nobody has answered yet: there is nothing to set aside before the poll is open.',
  },
  audit: {
    text: 'What administrators did with this poll, newest first: what was changed, never what it says. People are named by the id that the sign-in gives them.',
    caption: 'Who did what',
    when: 'When',
    what: 'What',
    who: 'Who',
    none: 'Nothing has been done yet.',
    older: 'Show older ones',
    act: (entry) => {
      if (entry.act === 'poll.put') {
        return entry.isNew ? 'Made the poll' : `Changed ${members(entry.changed)}`;
      }
      if (entry.act === 'poll.opened') return 'Opened the poll';
      if (entry.act === 'poll.closed') return 'Closed the poll';
      if (entry.act === 'release.requested') return 'Asked for a release';
      if (entry.act === 'organization.put') {
        return entry.isNew
          ? `Added the organization ${entry.organization}`
          : `Changed ${members(entry.changed)} of the organization ${entry.organization}`;
      }
      if (entry.act === 'organizations.loaded') {
        return `Imported organizations, part ${number(entry.part)}: ${number(entry.created)} added, ${number(entry.changed)} changed`;
      }
      return `Set aside of ${entry.organization}: ${entry.exclusions.length === 0 ? 'nothing' : list(entry.exclusions.map(({ day, channel }) => `${day} (${channel})`))}. Reason: ${entry.reason}`;
    },
  },
};
