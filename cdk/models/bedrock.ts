import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';

/** Lets the function invoke any model: an inference profile reaches one in several regions. */
export function allowBedrock(
  fn: FoodSaveFunction,
  { streamed = false }: { readonly streamed?: boolean } = {},
): void {
  const arns = ['arn:aws:bedrock:*::foundation-model/*', 'arn:aws:bedrock:*:*:inference-profile/*'];
  const actions = ['bedrock:InvokeModel'];
  if (streamed) actions.push('bedrock:InvokeModelWithResponseStream');
  fn.allow(actions, arns);
  acknowledge(
    fn,
    'AWS chooses the regions in which a model runs; the environment names the models that are invoked.',
    ...arns.map((arn) => `AwsSolutions-IAM5[Resource::${arn}]` as const),
  );
}
