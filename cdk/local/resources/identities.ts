import type { TemplateResource } from '#cdk/local/template/assembly.ts';
import { WITHOUT_MEANING } from './without-meaning.ts';

/** Addresses on this machine that resources answer with. */
export interface Place {
  readonly region: string;
  readonly accountId: string;
  readonly sqsUrl: string;
  readonly issuerUrl: string;
  readonly database: { readonly host: string; readonly port: number };
}

/** What `Ref` and `Fn::GetAtt` say of a resource, in the shapes AWS gives them. */
export interface Identity {
  readonly ref: string;
  attributes(name: string): string | undefined;
}

type Subject = TemplateResource & { readonly logicalId: string };
type Resolve = (value: unknown) => unknown;
type Identify = (
  subject: Subject,
  place: Place,
  resolve: Resolve,
) => { ref: string; attributes?: Readonly<Record<string, string>> };

/**
 * The identity of a resource at this place.
 * @throws Error naming the resource when its type is not known: nothing is skipped in silence
 */
export function identify(subject: Subject, place: Place, resolve: Resolve): Identity {
  const known = IDENTITIES[subject.Type];
  if (known !== undefined) {
    const { ref, attributes = {} } = known(subject, place, resolve);
    return { ref, attributes: (name) => attributes[name] };
  }
  if (WITHOUT_MEANING[subject.Type] === undefined) {
    throw new Error(`${subject.logicalId}: the local target does not know ${subject.Type}`);
  }
  const { logicalId } = subject;
  return { ref: logicalId, attributes: (name) => `${logicalId}.${name}` };
}

const arn = (place: Place, service: string, rest: string) =>
  `arn:aws:${service}:${place.region}:${place.accountId}:${rest}`;

const plain: Identify = ({ logicalId }) => ({ ref: logicalId });

/** `functions/api/health` → `health`: the folder's own name is easier to say than a generated one. */
export function functionName({ logicalId, Properties }: Subject): string {
  const { FunctionName, Description } = Properties;
  if (typeof FunctionName === 'string') return FunctionName;
  const folder =
    typeof Description === 'string' ? /^functions\/.+\/([^/]+)$/.exec(Description) : null;
  return folder?.[1] ?? logicalId;
}

const database: Identify = ({ logicalId }, { database }) => ({
  ref: logicalId.toLowerCase(),
  attributes: {
    'Endpoint.Address': database.host,
    'Endpoint.Port': String(database.port),
    Endpoint: database.host,
  },
});

const IDENTITIES: Readonly<Record<string, Identify>> = {
  'AWS::Lambda::Function': (subject, place) => {
    const name = functionName(subject);
    return { ref: name, attributes: { Arn: arn(place, 'lambda', `function:${name}`) } };
  },
  'AWS::Lambda::Version': ({ Properties }, place, resolve) => ({
    ref: arn(place, 'lambda', `function:${String(resolve(Properties.FunctionName))}:1`),
  }),
  'AWS::Lambda::LayerVersion': ({ logicalId }, place) => ({
    ref: arn(place, 'lambda', `layer:${logicalId}:1`),
  }),
  'AWS::Lambda::EventSourceMapping': plain,
  'AWS::SQS::Queue': ({ logicalId, Properties }, place) => {
    const name = typeof Properties.QueueName === 'string' ? Properties.QueueName : logicalId;
    const attributes = { Arn: arn(place, 'sqs', name), QueueName: name };
    return { ref: `${place.sqsUrl}/${place.accountId}/${name}`, attributes };
  },
  'AWS::S3::Bucket': ({ logicalId, Properties }) => {
    const given = Properties.BucketName;
    const name = typeof given === 'string' ? given : logicalId.toLowerCase();
    return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}` } };
  },
  'AWS::SecretsManager::Secret': ({ logicalId }, place) => {
    const ref = arn(place, 'secretsmanager', `secret:${logicalId}`);
    return { ref, attributes: { Id: ref } };
  },
  'AWS::SecretsManager::SecretTargetAttachment': ({ Properties }, _place, resolve) => ({
    ref: String(resolve(Properties.SecretId)),
  }),
  'AWS::RDS::DBCluster': database,
  'AWS::RDS::DBInstance': database,
  'AWS::RDS::DBProxy': database,
  'AWS::Cognito::UserPool': ({ logicalId }, place) => ({
    ref: logicalId,
    attributes: {
      ProviderURL: place.issuerUrl,
      Arn: arn(place, 'cognito-idp', `userpool/${logicalId}`),
    },
  }),
  'AWS::Cognito::UserPoolClient': plain,
  'AWS::ApiGateway::RestApi': ({ logicalId }) => ({
    ref: logicalId,
    attributes: { RootResourceId: `${logicalId}/root` },
  }),
  'AWS::ApiGateway::Resource': plain,
  'AWS::ApiGateway::Method': plain,
  'AWS::ApiGateway::Authorizer': plain,
  'AWS::ApiGateway::GatewayResponse': plain,
  'AWS::ApiGateway::Deployment': plain,
  'AWS::ApiGateway::Stage': ({ Properties }) => ({ ref: String(Properties.StageName) }),
  'AWS::StepFunctions::StateMachine': ({ logicalId }, place) => {
    const ref = arn(place, 'states', `stateMachine:${logicalId}`);
    return { ref, attributes: { Arn: ref, Name: logicalId } };
  },
  'AWS::Events::Rule': ({ logicalId }, place) => ({
    ref: logicalId,
    attributes: { Arn: arn(place, 'events', `rule/${logicalId}`) },
  }),
  'Custom::Trigger': plain,
};
