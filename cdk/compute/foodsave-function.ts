import { Duration, Stack } from 'aws-cdk-lib';
import { type IGrantable, type IPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  CfnFunction,
  Function as LambdaFunction,
  type LayerVersion,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV, type EnvName } from '#shared/env.ts';
import { bundleOf } from './bundle.ts';
import { functionRole } from './function-role.ts';
import { type FunctionPath, SIZES } from './sizes.ts';
import { versionOfProject } from './version.ts';

export interface FoodSaveFunctionProps {
  readonly stage: Stage;
  readonly layer?: LayerVersion | undefined;
}

/**
 * One Lambda with a role, a log and a size of its own. It may do nothing yet and knows nothing:
 * what it needs is granted by the stores, which set the permission and the environment together.
 */
export class FoodSaveFunction extends Construct implements IGrantable {
  readonly path: FunctionPath;
  readonly lambda: LambdaFunction;
  readonly timeout: Duration;
  readonly grantPrincipal: IPrincipal;

  constructor(scope: Construct, path: FunctionPath, { stage, layer }: FoodSaveFunctionProps) {
    const name = path.slice(path.indexOf('/') + 1);
    super(scope, name);
    this.path = path;
    const { memoryMb, timeoutSeconds } = SIZES[path];
    this.timeout = Duration.seconds(timeoutSeconds);
    const logGroup = new LogGroup(this, 'Log', { retention: retentionOf(stage) });
    const reserved = stage.reservedConcurrency[name];
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `functions/${path}`,
      code: bundleOf(this, path),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_22_X,
      // Native packages of the layer exist for x64 only; all others take the cheaper processor.
      architecture: layer ? Architecture.X86_64 : Architecture.ARM_64,
      layers: layer ? [layer] : [],
      memorySize: memoryMb,
      timeout: this.timeout,
      ...(reserved === undefined ? {} : { reservedConcurrentExecutions: reserved }),
      role: functionRole(this, logGroup),
      logGroup,
      tracing: Tracing.ACTIVE,
      environment: {
        [ENV.stage]: stage.name,
        [ENV.version]: versionOfProject(),
        // The layer holds ES modules, which Lambda's Node 22 lets nobody require unasked.
        ...(layer ? { NODE_OPTIONS: '--experimental-require-module' } : {}),
      },
    });
    this.grantPrincipal = this.lambda.grantPrincipal;
    acknowledge(
      this,
      'Trace segments and network interfaces have no ARN one could name beforehand.',
      'AwsSolutions-IAM5[Resource::*]',
    );
    acknowledge(this, 'Everything is built for and tested with Node 22.', 'AwsSolutions-L1');
  }

  get construct(): CfnFunction {
    const construct = this.lambda.node.defaultChild;
    if (!CfnFunction.isCfnFunction(construct)) throw new Error(`${this.path} is no Lambda`);
    return construct;
  }

  /** Lets the function do `actions` on `resources`, and nothing else. */
  allow(actions: string[], resources: string[], conditions: Record<string, unknown> = {}): void {
    this.lambda.addToRolePolicy(new PolicyStatement({ actions, resources, conditions }));
  }

  tell(name: EnvName | 'PGSSLMODE' | 'NODE_EXTRA_CA_CERTS', value: string): void {
    this.lambda.addEnvironment(name, value);
  }

  get stack(): Stack {
    return Stack.of(this);
  }
}

function retentionOf(stage: Stage): RetentionDays {
  return stage.logDays === 90 ? RetentionDays.THREE_MONTHS : RetentionDays.ONE_MONTH;
}
