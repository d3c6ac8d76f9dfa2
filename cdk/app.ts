import { App, Tags } from 'aws-cdk-lib';
import { errorsOf } from './errors-of.ts';
import { FoodSaveStack } from './foodsave-stack.ts';
import { stageOf } from './stage.ts';

// Feature flags are set here, not in cdk.json, so that `node cdk/app.ts` and `cdk synth` agree.
const app = new App({
  analyticsReporting: false,
  context: { '@aws-cdk/aws-iam:minimizePolicies': true },
});
const stage = stageOf(app.node);
const stack = new FoodSaveStack(app, `FoodSave-${stage.name}`, { stage });
Tags.of(stack).add('app', 'foodsave');
Tags.of(stack).add('stage', stage.name);
app.synth();

// `cdk synth` fails on them by itself; running this file alone must fail too.
const errors = errorsOf(app);
for (const error of errors) console.error(error);
if (errors.length > 0) process.exitCode = 1;
