import { Stack, type StackProps } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { Settings } from '../schemas/settings.ts';
import { HttpGateway } from './constructs/http-gateway.ts';
import { addOutputs } from './constructs/outputs.ts';
import type { DataStack } from './data-stack.ts';
import { Administration } from './functions/administration.ts';
import { Directory } from './functions/directory.ts';
import { Form } from './functions/form.ts';
import { Intake } from './functions/intake.ts';
import { Participation } from './functions/participation.ts';
import { Reports } from './functions/reports.ts';
import type { PipelineStack } from './pipeline-stack.ts';

const { GET, PUT, POST, DELETE } = HttpMethod;
const POLL = '/v1/polls/{poll}';
const ORGANIZATIONS = `${POLL}/organizations`;
const ORGANIZATION = `${ORGANIZATIONS}/{organization}`;
const FORM = '/p/{poll}/{organization}';

/** Properties of {@link ApiStack}. */
export interface ApiStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly pipeline: PipelineStack;
}

/** The HTTP API and the functions that answer it. */
export class ApiStack extends Stack {
  readonly gateway: HttpGateway;
  readonly intake: Intake;
  readonly form: Form;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    const { settings, data, pipeline, ...stackProps } = props;
    super(scope, id, stackProps);
    const { polls, responses, bus, tokenIssuer } = data;
    const { oneOffSchedules, sweep, rollUp } = pipeline;
    const intake = new Intake(this, 'Intake', { settings, responses, polls });
    const form = new Form(this, 'Form', { settings, responses, polls });
    const directory = new Directory(this, 'Directory', { settings, polls });
    const reports = new Reports(this, 'Reports', {
      settings,
      polls,
      reports: data.reports,
      tokenIssuer,
    });
    const participation = new Participation(this, 'Participation', {
      settings,
      polls,
      participation: data.participation,
      rolesClaim: tokenIssuer.rolesClaim,
    });
    const administration = new Administration(this, 'Administration', {
      settings,
      polls,
      bus,
      oneOffSchedules,
      sweep,
      rollUp,
      rolesClaim: tokenIssuer.rolesClaim,
    });

    const gateway = new HttpGateway(this, 'Gateway', {
      settings,
      tokenIssuer,
      fallback: directory,
    });
    gateway.addOpenRoutes(intake, [
      { path: `${ORGANIZATION}/responses/{id}`, methods: [PUT, GET, DELETE] },
    ]);
    gateway.addOpenRoutes(form, [
      { path: FORM, methods: [GET, POST] },
      { path: `${FORM}/about`, methods: [GET] },
      { path: '/p/{poll}', methods: [GET] },
      { path: '/p/worker.js', methods: [GET] },
      { path: '/p/qr.js', methods: [GET] },
      { path: '/p/aloud.js', methods: [GET] },
    ]);
    gateway.addOpenRoutes(directory, [
      { path: '/v1/openapi.json', methods: [GET] },
      { path: POLL, methods: [GET] },
      { path: ORGANIZATION, methods: [GET] },
    ]);
    // Whether a report needs a token is the poll's choice, so the function checks it.
    gateway.addOpenRoutes(reports, [
      { path: `${POLL}/reports`, methods: [GET] },
      { path: `${POLL}/reports/latest/{file}`, methods: [GET] },
      { path: `${POLL}/reports/{snapshot}/{file}`, methods: [GET] },
    ]);
    gateway.addProtectedRoutes(participation, [
      { path: `${POLL}/participation`, methods: [GET] },
      { path: '/v1/organizations/{organization}/polls', methods: [GET] },
    ]);
    gateway.addProtectedRoutes(administration, [
      { path: '/v1/polls', methods: [GET] },
      { path: POLL, methods: [PUT] },
      { path: `${POLL}/settings`, methods: [GET] },
      { path: ORGANIZATIONS, methods: [GET, POST] },
      { path: ORGANIZATION, methods: [PUT] },
      { path: `${ORGANIZATION}/exclusions`, methods: [GET, PUT] },
      { path: `${POLL}/open`, methods: [POST] },
      { path: `${POLL}/close`, methods: [POST] },
      { path: `${POLL}/release`, methods: [GET, POST] },
      { path: `${POLL}/audit`, methods: [GET] },
    ]);

    for (const one of [intake, form, directory, reports, participation, administration, gateway]) {
      one.watchedBy(data.operators);
    }
    this.gateway = gateway;
    this.intake = intake;
    this.form = form;

    addOutputs(this, {
      ApiId: gateway.id,
      ApiUrl: gateway.url,
      IntakeFunction: intake.function.functionName,
      FormFunction: form.function.functionName,
      DirectoryFunction: directory.function.functionName,
      ReportsFunction: reports.function.functionName,
      ParticipationFunction: participation.function.functionName,
      AdministrationFunction: administration.function.functionName,
    });
  }
}
