const NETWORK = 'everything listens on 127.0.0.1; there is no network to build';
const RIGHTS = 'one user runs everything; the tests of the template hold who may do what';
const LOGS = 'lines of functions go to the log file of the data folder';
const WATCH = 'not evaluated here yet';

/** Types of the template that change nothing on one machine, and why. Any other type stops the start. */
export const WITHOUT_MEANING: Readonly<Record<string, string>> = {
  'AWS::EC2::VPC': NETWORK,
  'AWS::EC2::Subnet': NETWORK,
  'AWS::EC2::RouteTable': NETWORK,
  'AWS::EC2::SubnetRouteTableAssociation': NETWORK,
  'AWS::EC2::Route': NETWORK,
  'AWS::EC2::Instance': NETWORK,
  'AWS::EC2::InternetGateway': NETWORK,
  'AWS::EC2::VPCGatewayAttachment': NETWORK,
  'AWS::EC2::SecurityGroup': NETWORK,
  'AWS::EC2::SecurityGroupIngress': NETWORK,
  'AWS::EC2::SecurityGroupEgress': NETWORK,
  'AWS::EC2::VPCEndpoint': NETWORK,
  'AWS::EC2::FlowLog': NETWORK,
  'AWS::EC2::EIP': NETWORK,
  'AWS::RDS::DBSubnetGroup': NETWORK,
  'AWS::RDS::DBProxyTargetGroup': NETWORK,
  'AWS::IAM::Role': RIGHTS,
  'AWS::IAM::Policy': RIGHTS,
  'AWS::IAM::ManagedPolicy': RIGHTS,
  'AWS::IAM::InstanceProfile': RIGHTS,
  'AWS::Lambda::Permission': RIGHTS,
  'AWS::S3::BucketPolicy': RIGHTS,
  'AWS::SQS::QueuePolicy': RIGHTS,
  'AWS::SNS::TopicPolicy': RIGHTS,
  'AWS::ApiGateway::Account': LOGS,
  'AWS::Logs::LogGroup': LOGS,
  'AWS::SNS::Topic': WATCH,
  'AWS::SNS::Subscription': WATCH,
  'AWS::CloudWatch::Alarm': WATCH,
  'AWS::Cognito::UserPoolResourceServer': 'the local issuer gives the scopes it is asked for',
  'AWS::Cognito::UserPoolDomain': 'the local issuer has no sign-in page',
  'AWS::RDS::DBClusterParameterGroup': 'the embedded server has its own settings',
  'AWS::RDS::DBParameterGroup': 'the embedded server has its own settings',
};
