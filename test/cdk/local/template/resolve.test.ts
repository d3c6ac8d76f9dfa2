// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the form of CloudFormation's Fn::Sub
import { expect, test } from 'vitest';
import { resolved } from './cloud-assembly.ts';

const template = {
  Parameters: {
    Zone: { Type: 'String', Default: 'Europe/Warsaw' },
    Size: { Type: 'Number', Default: 3 },
    Needed: { Type: 'String' },
  },
  Mappings: { Sizes: { small: { memory: 128 } } },
  Conditions: {
    Yes: { 'Fn::Equals': [{ Ref: 'Zone' }, 'Europe/Warsaw'] },
    No: { 'Fn::Not': [{ Condition: 'Yes' }] },
    Both: { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] },
    Either: { 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] },
  },
  Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } } },
};

test.each<[string, unknown, unknown]>([
  ['Ref of a parameter', { Ref: 'Zone' }, 'Europe/Warsaw'],
  ['Ref of a number', { Ref: 'Size' }, '3'],
  ['Ref of a pseudo parameter', { Ref: 'AWS::AccountId' }, '000000000000'],
  ['Ref of a resource', { Ref: 'Queue' }, 'http://127.0.0.1:9324/000000000000/jobs'],
  [
    'GetAtt as list',
    { 'Fn::GetAtt': ['Queue', 'Arn'] },
    'arn:aws:sqs:eu-central-1:000000000000:jobs',
  ],
  ['GetAtt as text', { 'Fn::GetAtt': 'Queue.QueueName' }, 'jobs'],
  [
    'Join over intrinsics',
    { 'Fn::Join': ['/', ['a', { Ref: 'AWS::Region' }, { Ref: 'Size' }]] },
    'a/eu-central-1/3',
  ],
  [
    'Sub with resources',
    { 'Fn::Sub': '${AWS::Partition}:${Queue.QueueName}:${!kept}' },
    'aws:jobs:${kept}',
  ],
  [
    'Sub with names of its own',
    { 'Fn::Sub': ['${a}-${Zone}', { a: { Ref: 'Size' } }] },
    '3-Europe/Warsaw',
  ],
  ['Select and Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', { Ref: 'Zone' }] }] }, 'Warsaw'],
  ['If of a true condition', { 'Fn::If': ['Yes', { Ref: 'Size' }, 'other'] }, '3'],
  ['If of a false condition', { 'Fn::If': ['No', 'one', 'other'] }, 'other'],
  ['And', { 'Fn::If': ['Both', 1, 2] }, 2],
  ['Or', { 'Fn::If': ['Either', 1, 2] }, 1],
  ['NoValue in an object', { kept: 1, gone: { Ref: 'AWS::NoValue' } }, { kept: 1 }],
  ['NoValue in a list', ['a', { 'Fn::If': ['No', 'b', { Ref: 'AWS::NoValue' }] }], ['a']],
  ['FindInMap', { 'Fn::FindInMap': ['Sizes', 'small', 'memory'] }, 128],
  ['Base64', { 'Fn::Base64': { 'Fn::Sub': 'ż${Size}' } }, Buffer.from('ż3').toString('base64')],
  ['GetAZs', { 'Fn::GetAZs': '' }, ['eu-central-1a', 'eu-central-1b', 'eu-central-1c']],
  ['an object with Ref beside others', { Ref: 'x', also: 1 }, { Ref: 'x', also: 1 }],
])('answers %s', (_what, value, answer) => {
  expect(resolved(value, template)).toEqual(answer);
});

test.each<[unknown, string]>([
  [{ 'Fn::ImportValue': 'x' }, 'Unknown intrinsic Fn::ImportValue'],
  [{ deep: [{ 'Fn::ForEach::Loop': [] }] }, 'Unknown intrinsic Fn::ForEach::Loop'],
  [{ Ref: 'Nowhere' }, 'no resource Nowhere'],
  [{ Ref: 'Needed' }, 'parameter Needed has no default'],
  [{ 'Fn::GetAtt': ['Queue', 'Colour'] }, 'Queue has no attribute Colour'],
  [{ 'Fn::If': ['Perhaps', 1, 2] }, 'no condition Perhaps'],
  [{ 'Fn::FindInMap': ['Sizes', 'large', 'memory'] }, 'Sizes.large.memory'],
  [{ 'Fn::Select': [4, ['a']] }, 'no value 4'],
])('%j stops the start with its name and the resource it stands in', (value, message) => {
  const opening = () => resolved(value, template);
  expect(opening).toThrow(message);
  expect(opening).toThrow('Subject (Test::Anything)');
});
