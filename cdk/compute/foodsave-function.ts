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
import type { FunctionPath } from '#cdk/functions.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV, type EnvName } from '#shared/env.ts';
import { bundleOf } from './bundle.ts';
import type { Size } from './function-entry.ts';
import { functionRole } from './function-role.ts';
import { serviceWaitMs } from './service-wait.ts';
import { versionOfProject } from './version.ts';

export interface FoodSaveFunctionProps {
  readonly stage: Stage;
  readonly size: Size;
  readonly layers: readonly LayerVersion[];
}

/**
 * One Lambda with its own role, log and size. It has no permissions yet: each resource grants access
 * to itself, which sets the permission and the environment together.
 */
export class FoodSaveFunction extends Construct implements IGrantable {
  readonly path: FunctionPath;
  /** Last part of the path: `pantry`. */
  readonly name: string;
  readonly lambda: LambdaFunction;
  readonly timeout: Duration;
  readonly grantPrincipal: IPrincipal;

  constructor(
    scope: Construct,
    path: FunctionPath,
    { stage, size, layers }: FoodSaveFunctionProps,
  ) {
    const name = path.slice(path.indexOf('/') + 1);
    super(scope, name);
    this.path = path;
    this.name = name;
    this.timeout = Duration.seconds(size.timeoutSeconds);
    const logGroup = new LogGroup(this, 'Log', { retention: retentionOf(stage) });
    const reserved = stage.reservedConcurrency[path];
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `functions/${path}`,
      code: bundleOf(this, path),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_22_X,
      // The native packages of the layers exist for x64 only; all others take the cheaper processor.
      architecture: layers.length > 0 ? Architecture.X86_64 : Architecture.ARM_64,
      layers: [...layers],
      memorySize: size.memoryMb,
      timeout: this.timeout,
      ...(reserved === undefined ? {} : { reservedConcurrentExecutions: reserved }),
      role: functionRole(this, logGroup),
      logGroup,
      tracing: Tracing.ACTIVE,
      environment: {
        [ENV.stage]: stage.name,
        [ENV.version]: versionOfProject(),
        [ENV.functionPath]: path,
        [ENV.serviceWaitMs]: String(serviceWaitMs(path, size.timeoutSeconds, stage.patience)),
        ...(stage.loggedSpans > 0 && { [ENV.loggedSpans]: String(stage.loggedSpans) }),
        // Layers hold ES modules; Lambda's Node 22 requires those only with this option.
        ...(layers.length > 0 ? { NODE_OPTIONS: '--experimental-require-module' } : {}),
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
    if (!CfnFunction.isCfnFunction(construct)) throw new Error(`${this.path} has no CfnFunction`);
    return construct;
  }

  /** Allows the function `actions` on `resources`. */
  allow(actions: string[], resources: string[], conditions: Record<string, unknown> = {}): void {
    this.lambda.addToRolePolicy(new PolicyStatement({ actions, resources, conditions }));
  }

  setEnv(name: EnvName | 'PGSSLMODE' | 'NODE_EXTRA_CA_CERTS', value: string): void {
    this.lambda.addEnvironment(name, value);
  }

  /** Allows `caller` to invoke this function, whose name it finds in `env`. */
  grantInvoke(caller: FoodSaveFunction, env: EnvName): void {
    caller.allow(['lambda:InvokeFunction'], [this.lambda.functionArn]);
    caller.setEnv(env, this.lambda.functionName);
  }

  get stack(): Stack {
    return Stack.of(this);
  }
}

function retentionOf(stage: Stage): RetentionDays {
  return stage.logDays === 90 ? RetentionDays.THREE_MONTHS : RetentionDays.ONE_MONTH;
}
