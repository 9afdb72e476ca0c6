import { instantIn } from './instant-in.ts';
import type { FormWording } from './wording.ts';

/** The respondents' pages in English. */
export const english: FormWording = {
  language: 'en',
  name: 'English',
  instant: instantIn('en-US'),
  skipToQuestions: 'Skip to the questions',
  readAloud: 'Read aloud',
  stopReading: 'Stop reading',
  beforeYouStart: 'Before you start',
  introduction: ({ organization, closes, minRespondents, retentionDays }) => [
    `${organization} is asking you. Other recovery groups ask the same questions. Planners will see what people want first.`,
    'You need no account and no name. We keep your answers, the day you sent them, and which group’s link you used. We keep nothing else: no name, no phone number, no internet address.',
    `No one at ${organization} can see your answers. Only totals are shown, and only of ${minRespondents} people or more.`,
    `You can skip any question. You can change your answers or take them back${closes ? ` until ${closes}` : ' while the poll is open'}.`,
    `We delete all answers ${retentionDays} days after the poll closes.`,
  ],
  more: 'More about your answers and your privacy (opens in a new tab)',
  levels: {
    3: ['Disagree', 'Neutral', 'Agree'],
    4: ['Strongly disagree', 'Disagree', 'Agree', 'Strongly agree'],
    5: ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'],
    6: [
      'Strongly disagree',
      'Disagree',
      'Slightly disagree',
      'Slightly agree',
      'Agree',
      'Strongly agree',
    ],
    7: [
      'Strongly disagree',
      'Disagree',
      'Slightly disagree',
      'Neutral',
      'Slightly agree',
      'Agree',
      'Strongly agree',
    ],
  },
  clear: 'Clear',
  clearKey: 'Delete',
  invitation: {
    label: 'Invitation code',
    hint: 'It is on your slip: 10 letters and numbers.',
    untied: 'The code only lets you in. We do not keep it with your answers.',
    missing: 'Enter your invitation code',
    mistyped: 'Check your invitation code: it has a typing mistake',
    refused:
      'This invitation code cannot be used. It may have been used before. Ask for a new one.',
  },
  progress: '{n} of {total} answered. You can leave any open.',
  send: 'Send my answers',
  check: 'Next: check and send',
  errorPrefix: 'Error: ',
  errorTitle: 'There is a problem',
  nothingAnswered: 'Answer at least one question',
  thisPhone: {
    title: 'On this phone or computer',
    keepDraft: 'Keep my answers here until I send them',
    hint: 'Only if no one else uses it. If not, they are gone when you leave this page.',
    forget: 'Forget on this phone',
    forgotten: {
      title: 'Forgotten',
      text: ['Nothing from this form is left on this phone. What was sent stays sent.'],
    },
  },
  privateLink: {
    title: 'Your private link',
    text: ({ closes }) => [
      `With this link you can change your answers or take them back, on any phone or computer${closes ? `, until ${closes}` : ''}.`,
      'Anyone who has the link can do this too. Do not share it. If you lose it, no one can find it for you. Your answers then stay as they are.',
    ],
    copy: 'Copy the link',
    copied: 'Copied',
    qr: 'The private link as a QR code',
    keep: 'Keep this link on this phone',
    kept: 'The link is kept on this phone',
    pasteTitle: 'Do you have a private link?',
    pasteText:
      'Paste the whole link here to take back your answers. To change them, take them back and answer again.',
    pasteLabel: 'Your private link',
    notALink: 'Paste the whole private link',
    anotherForm: {
      title: 'This link is for another form',
      text: ['Nothing was taken back. Open that form and paste your link there.'],
    },
    openOther: 'Open that form',
  },
  sent: { title: 'Your answers were sent', text: ['Thank you. They count.'] },
  change: 'Change my answers',
  takeBack: 'Take back my answers',
  done: 'Finish and clear this page',
  waiting: {
    title: 'Waiting to send',
    text: [
      'Your answers are not sent yet. They and your private link stay on this phone. They are sent when the connection is back, or when you open this page again.',
    ],
  },
  waitingWithoutStorage: 'Your answers are not sent yet. Leave this page open until they are sent.',
  waitingToTakeBack: {
    title: 'Waiting to take back your answers',
    text: ['This has not happened yet. It is done when the connection is back.'],
  },
  tryNow: 'Try now',
  busy: 'The service is busy. We try again in a moment.',
  offline: 'There is no connection.',
  waitedAndSent: {
    title: 'Sent',
    text: ['Answers that were waiting on this phone have now been sent.'],
  },
  changing: {
    title: 'Change your answers',
    text: ['These are the answers you sent. Change what you like and send them again.'],
  },
  sending: 'Sending …',
  fetching: 'Getting your answers',
  answeredHere: {
    title: 'Your private link is on this phone',
    text: [],
  },
  askTakeBack: {
    title: 'Take back your answers?',
    text: [
      'They will no longer count. Totals that were already published stay as they are. Backups keep your answers for 7 more days.',
      'This cannot be undone, but you can answer again.',
    ],
  },
  yesTakeBack: 'Yes, take them back',
  noKeep: 'No, keep them',
  takenBack: {
    title: 'You took back your answers',
    text: ['They no longer count. Backups keep your answers for 7 more days.'],
  },
  refused: {
    closed: {
      title: 'The poll has closed',
      text: [
        'What you just did came too late and does not count. Answers that were sent before the close count as they are.',
      ],
    },
    notOpenYet: {
      title: 'The poll is not open yet',
      text: ['Your answers were not sent. Try again when the poll is open.'],
    },
    superseded: {
      title: 'There are newer answers',
      text: ['You changed these answers in another place. The newer ones count, these do not.'],
    },
    withdrawn: {
      title: 'These answers were taken back',
      text: ['They do not count.'],
    },
    unknownResponse: {
      title: 'No answers for this link',
      text: ['Check that the link is whole. If it is, the answers did not arrive or were deleted.'],
    },
    other: {
      title: 'That did not work',
      text: ['Your answers were not sent.'],
    },
  },
  answerAgain: 'Answer from the start',
  startAgain: 'Show the newer answers',
  checking: {
    title: 'Check your answers',
    text: 'Your answers are not sent yet.',
    answered: (answered, items) => `You answered ${answered} of ${items} questions.`,
    open: 'Left open',
    back: 'Go back and change',
  },
  pages: {
    notOpenYet: {
      title: 'This poll is not open yet',
      text: ['Come back later, or ask the group that gave you this link.'],
    },
    closed: ({ closes, retentionDays }) => ({
      title: 'This poll has closed',
      text: [
        closes ? `It closed on ${closes}. No more answers can be sent or changed.` : '',
        `Answers that were sent before count. They are deleted ${retentionDays} days after the close.`,
        'Thank you to everyone who took part.',
      ],
    }),
    unknown: {
      title: 'There is no poll at this address',
      text: ['Check the link for typing mistakes, or ask the group that gave it to you.'],
    },
    away: {
      title: 'The service cannot be reached right now',
      text: [
        'It may be busy. Wait half a minute, then try again. If you just sent answers from this page, go back and send them again: that is safe.',
      ],
    },
    slowed: {
      title: 'Please wait a little',
      text: [
        'Very many answers are coming in for this group right now. Yours are not sent yet. Keep this page open, and send them in about ten minutes.',
      ],
    },
    tooLarge: {
      title: 'That was more than this form can take',
      text: ['Go back to the form and try again.'],
    },
  },
  tryAgain: 'Try again',
  backToForm: 'Back to the form',
  about: {
    title: 'What happens to your answers',
    passages: ({ organization, closes, minRespondents, minOrganizations, retentionDays }) => [
      {
        title: 'Who is asking',
        text: [
          `${organization} invites you. It is one of many recovery community organizations of a network that ask the same questions. The network and the planners of the state look at the totals.`,
          'Taking part is your choice. Nothing that you get from anyone depends on it.',
        ],
      },
      {
        title: 'What we keep',
        text: [
          `Your answers, the day you first sent them, that they came through ${organization}, that they came by this web form, and how often you changed them. Nothing else.`,
          'We do not keep your name, a phone number, an email, your internet address, your language, or the time of day. This page sets no cookie, and asks no other company for anything. Our log files hold no address and no answers.',
        ],
      },
      {
        title: 'Who can see what',
        text: [
          'Computer programs count the answers. No page, for anyone, shows the answers of one person, except to that person with the private link.',
          `${organization} sees how many people answered, never what. If a group is very small, people there may guess who took part.`,
          `Published are totals over at least ${minRespondents} people from at least ${minOrganizations} organizations. If everyone in a total gave the same answer, that total tells what each of them said.`,
          'Whoever runs the computers could look into the database if they broke the rules. What is in there names no one.',
        ],
      },
      {
        title: 'Your private link',
        text: [
          `After you send, you get a private link. With it you can change your answers or take them back${closes ? `, until ${closes}` : ''}. The secret part of the link never leaves your phone as part of an address. Our service gets it only when you send, change or take back your answers. It keeps only a fingerprint of it.`,
          'Anyone who has your link can do the same. If you lose it, no one can give it back to you. Your answers then stay as they are.',
        ],
      },
      {
        title: 'If you take back your answers',
        text: [
          'They no longer count in what is published later. Totals that are already published stay as they are. Backups keep what you took back for 7 more days, then it is gone.',
        ],
      },
      {
        title: 'On your phone',
        text: [
          'Your phone keeps a copy of this form, without answers, so that it opens without a connection. Answers that could not be sent yet wait on your phone, with the private link, until they are sent. A draft or the link is kept only if you ask for it. A draft of changes holds the link, too, until you send them. “Forget on this phone” deletes all of it.',
          'The address of the form may stay in the history of your browser, as with every page.',
        ],
      },
      {
        title: 'When it ends',
        text: [
          `All answers are deleted ${retentionDays} days after the poll closes, and from backups 7 days later. The published totals stay.`,
        ],
      },
    ],
  },
};
