import { escapeXml } from '#cdk/local/s3/xml.ts';

/**
 * SQS's older Query protocol: form fields in, XML out. Clients from before 2024 speak it. Fields
 * are turned into the JSON protocol's shapes, so that both share one set of actions.
 */
const LISTS: Record<string, string> = {
  SendMessageBatchRequestEntry: 'Entries',
  DeleteMessageBatchRequestEntry: 'Entries',
  ChangeMessageVisibilityBatchRequestEntry: 'Entries',
};

/** Lists of names: `AttributeName.1=All`. */
const NAME_LISTS: Record<string, string> = {
  AttributeName: 'AttributeNames',
  MessageAttributeName: 'MessageAttributeNames',
  MessageSystemAttributeName: 'MessageSystemAttributeNames',
};

/** Of the protocol, not of the action. */
const PROTOCOL = ['Action', 'Version'];

type Fields = { [name: string]: string | Fields };

/** `A.1.B=x` → `{A: {1: {B: 'x'}}}` → the action's input. */
export function inputOf(form: URLSearchParams): object {
  const tree: Fields = Object.create(null);
  for (const [name, value] of form) put(tree, name.split('.'), value);
  return shape(tree);
}

function put(tree: Fields, [head = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    tree[head] = value;
    return;
  }
  const below = tree[head];
  const branch: Fields = typeof below === 'object' ? below : Object.create(null);
  tree[head] = branch;
  put(branch, rest, value);
}

function shape(tree: Fields): object {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(tree)) {
    if (PROTOCOL.includes(name)) continue;
    if (typeof value === 'string') result[name] = value;
    else if (name in NAME_LISTS) result[NAME_LISTS[name] ?? name] = Object.values(value);
    else if (name in LISTS) result[LISTS[name] ?? name] = branches(value).map(shape);
    else if (name === 'MessageAttribute') result.MessageAttributes = attributes(value);
    else result[name] = value;
  }
  return result;
}

function branches(list: Fields): Fields[] {
  return Object.values(list).filter((entry) => typeof entry === 'object');
}

function attributes(list: Fields): object {
  return Object.fromEntries(branches(list).map(({ Name, Value }) => [String(Name), Value]));
}

const NAMES: Record<string, string> = {
  Messages: 'Message',
  QueueUrls: 'QueueUrl',
  Attributes: 'Attribute',
  MessageAttributes: 'MessageAttribute',
  Failed: 'BatchResultErrorEntry',
};

/** The result of an action as the Query protocol's XML document. */
export function xmlOf(action: string, result: object, requestId: string): string {
  const fields = { ...NAMES, Successful: `${action}ResultEntry` };
  const body = elements(result, fields);
  return (
    `<?xml version="1.0"?><${action}Response xmlns="http://queue.amazonaws.com/doc/2012-11-05/">` +
    `<${action}Result>${body}</${action}Result>` +
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`
  );
}

export function xmlOfError(code: string, message: string, requestId: string): string {
  return (
    `<?xml version="1.0"?><ErrorResponse><Error><Type>Sender</Type><Code>${escapeXml(code)}</Code>` +
    `<Message>${escapeXml(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`
  );
}

function elements(value: object, names: Record<string, string>): string {
  return Object.entries(value)
    .map(([name, field]) => {
      const tag = names[name] ?? name;
      if (field === undefined) return '';
      if (Array.isArray(field)) return field.map((one) => element(tag, one, names)).join('');
      if (name.endsWith('Attributes')) {
        return Object.entries(field)
          .map(([key, one]) => element(tag, { Name: key, Value: one }, names))
          .join('');
      }
      return element(tag, field, names);
    })
    .join('');
}

function element(tag: string, value: unknown, names: Record<string, string>): string {
  const inner =
    typeof value === 'object' && value !== null ? elements(value, names) : escapeXml(String(value));
  return `<${tag}>${inner}</${tag}>`;
}
