/** What a request tells IAM about itself; several values where the key takes a list. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

type Value = { readonly S?: string };
type Values = Readonly<Record<string, Value>>;

/** One operation on items, alone or within a transaction, as DynamoDB takes it. */
export interface ItemOperation {
  readonly TableName: string;
  readonly Key?: Values;
  readonly Item?: Values;
  readonly KeyConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Values;
  readonly ReturnValues?: string;
}

/** Words of an expression that name no attribute. */
const WORDS =
  /^(?:AND|OR|NOT|IN|BETWEEN|SET|REMOVE|ADD|DELETE|attribute_not_exists|attribute_exists|attribute_type|begins_with|contains|size|if_not_exists|list_append)$/i;

/**
 * The keys of DynamoDB's that policies can have conditions on: which partitions a request is
 * about, which attributes it names, and what it wants back. A policy that asks about one that is
 * missing here would let everything through.
 */
export const contextOf = (operation: ItemOperation): RequestContext => ({
  'dynamodb:LeadingKeys': partitionOf(operation),
  'dynamodb:Attributes': attributesOf(operation),
  ...(operation.ReturnValues ? { 'dynamodb:ReturnValues': operation.ReturnValues } : {}),
});

const partitionOf = (operation: ItemOperation): readonly string[] => {
  const { Key, Item, KeyConditionExpression = '', ExpressionAttributeValues = {} } = operation;
  const named = /\bpk = (:\w+)/.exec(KeyConditionExpression)?.[1] ?? '';
  const partition = Key?.pk ?? Item?.pk ?? ExpressionAttributeValues[named];
  if (partition?.S === undefined) throw new Error(`${operation.TableName}: which partition?`);
  return [partition.S];
};

const attributesOf = (operation: ItemOperation): readonly string[] => {
  const { Key = {}, Item = {}, ExpressionAttributeNames = {} } = operation;
  const expressions = [
    operation.KeyConditionExpression,
    operation.UpdateExpression,
    operation.ConditionExpression,
    operation.ProjectionExpression,
  ].join(' ');
  const named = (expressions.match(/[#:]?[A-Za-z_]\w*/g) ?? [])
    .filter((word) => !word.startsWith(':') && !WORDS.test(word))
    .map((word) => ExpressionAttributeNames[word] ?? word);
  return [...new Set([...Object.keys(Key), ...Object.keys(Item), ...named])].sort();
};
