import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings, TokenIssuer } from '../schemas/settings.ts';
import { FailureQueue } from './constructs/failure-queue.ts';
import { mailKey } from './constructs/mail-key.ts';
import { Operators } from './constructs/operators.ts';
import { addOutputs } from './constructs/outputs.ts';
import { People, type SignIn } from './constructs/people.ts';
import { PollsTable } from './constructs/polls-table.ts';
import { PrivateBucket } from './constructs/private-bucket.ts';
import { ResponsesTable } from './constructs/responses-table.ts';
import { TalliesTable } from './constructs/tallies-table.ts';

/** Properties of {@link DataStack}. */
export interface DataStackProps extends StackProps {
  readonly settings: Settings;
}

/** What must outlive every other stack: tables, buckets, the bus, and the people with a role. */
export class DataStack extends Stack {
  readonly responses: ResponsesTable;
  readonly tallies: TalliesTable;
  readonly polls: PollsTable;
  /** Released reports; an object that was overwritten can be had back. */
  readonly reports: PrivateBucket;
  /** Frozen tallies, as sensitive as the tallies: for the roll-up alone. */
  readonly checkpoints: PrivateBucket;
  /** How many answered, cut down to what those may see who look after an organization. */
  readonly participation: PrivateBucket;
  /** Batches and events that no attempt could process; keys of what changed, never answers. */
  readonly failures: PrivateBucket;
  /** Who asked for which checkpoint or failure, refused ones too: functions and engineers. */
  readonly accessLog: PrivateBucket;
  /** Which of them wait to be replayed. */
  readonly failureQueue: FailureQueue;
  readonly bus: EventBus;
  readonly tokenIssuer: TokenIssuer;
  /** How the pages sign people in. */
  readonly signIn: SignIn;
  /** Of the topics that send mail. */
  readonly mailKey: IKey;
  /** Whom every alarm of the stage reaches. */
  readonly operators: Operators;

  constructor(scope: Construct, id: string, { settings, ...props }: DataStackProps) {
    super(scope, id, props);
    this.responses = new ResponsesTable(this, 'Responses', { settings });
    this.tallies = new TalliesTable(this, 'Tallies', { settings });
    this.polls = new PollsTable(this, 'Polls', { settings });
    this.reports = new PrivateBucket(this, 'Reports', {
      settings,
      name: 'reports',
      versioned: true,
      reserved: { readers: ['rollup', 'reports'], writers: ['rollup'], deleters: [] },
      noAccessLogBecause:
        "A planner who follows a report's link asks S3 itself: the log would keep addresses.",
    });
    this.accessLog = new PrivateBucket(this, 'AccessLog', {
      settings,
      name: 'access-log',
      expiryDays: settings.logRetentionDays,
      // Whoever looked where they should not have must not be able to take it off the list.
      reserved: { writers: [], servicesWrite: true, deleters: [] },
    });
    this.checkpoints = new PrivateBucket(this, 'Checkpoints', {
      settings,
      name: 'checkpoints',
      reserved: { readers: ['rollup'], writers: ['rollup'], deleters: ['rollup'] },
      accessLog: this.accessLog,
    });
    this.participation = new PrivateBucket(this, 'Participation', {
      settings,
      name: 'participation',
      reserved: {
        readers: ['rollup', 'participation'],
        writers: ['rollup'],
        deleters: ['rollup'],
      },
      accessLog: this.accessLog,
    });
    this.failures = new PrivateBucket(this, 'Failures', {
      settings,
      name: 'failures',
      expiryDays: settings.failureRetentionDays,
      // The replay command tags what it is through with, as whoever runs it.
      reserved: { writers: ['tally', 'sweep', 'rollup'], openTags: true },
      accessLog: this.accessLog,
    });
    this.bus = new EventBus(this, 'Bus', { eventBusName: `groundswell-${settings.stage}` });
    const { tokenIssuer, signIn } = settings.tokenIssuer
      ? { tokenIssuer: settings.tokenIssuer, signIn: signInAt(settings.tokenIssuer) }
      : new People(this, 'People', { settings });
    this.tokenIssuer = tokenIssuer;
    this.signIn = signIn;
    this.mailKey = mailKey(this, settings);
    this.operators = new Operators(this, 'Operators', { settings, key: this.mailKey });
    this.failureQueue = new FailureQueue(this, 'FailureQueue', {
      settings,
      failures: this.failures,
    });
    this.failureQueue.watchedBy(this.operators);
    addOutputs(this, {
      ResponsesTable: this.responses.table.tableName,
      TalliesTable: this.tallies.table.tableName,
      PollsTable: this.polls.table.tableName,
      ReportsBucket: this.reports.bucket.bucketName,
      CheckpointsBucket: this.checkpoints.bucket.bucketName,
      ParticipationBucket: this.participation.bucket.bucketName,
      FailuresBucket: this.failures.bucket.bucketName,
      FailuresQueue: this.failureQueue.queue.queueName,
      OperatorsTopic: this.operators.mail.topic.topicArn,
      EventBus: this.bus.eventBusName,
      TokenIssuer: this.tokenIssuer.url,
    });
  }
}

/** An issuer of one's own says where its endpoints are, at its own origin. */
const signInAt = (issuer: TokenIssuer): SignIn => ({
  origin: new URL(issuer.url).origin,
  config: {
    issuer: issuer.url,
    clientId: issuer.clientId ?? issuer.audience,
    rolesClaim: issuer.rolesClaim,
  },
});
