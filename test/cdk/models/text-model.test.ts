import { describe, expect, test } from 'vitest';
import { ENV } from '#shared/env.ts';
import { Synthesized } from '../synthesized.ts';

describe('models that write', () => {
  const chef = (context: Record<string, string>) => {
    const stack = new Synthesized('household', context);
    const fn = stack.functions().get('agents/chef');
    const role = fn?.Properties.Role['Fn::GetAtt'][0];
    const statements = stack
      .policies()
      .filter(([, { Properties }]) => JSON.stringify(Properties.Roles).includes(role))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
    const asked = statements.filter(({ Action }) => JSON.stringify(Action).includes('bedrock:'));
    const { Variables } = fn?.Properties.Environment ?? {};
    return { variables: Variables, asked: asked.map(({ Action }) => Action) };
  };
  const modelUrl = 'http://m/v1';

  test('are none unless they are named', () => {
    const { variables, asked } = chef({});
    for (const name of [ENV.largeModels, ENV.smallModels, ENV.modelTokensPerDay]) {
      expect(variables).not.toHaveProperty(name);
    }
    expect(asked).toEqual([]);
  });

  test('are asked in the order in which they are named, tier by tier, within a budget', () => {
    const { variables, asked } = chef({
      modelUrl,
      largeModels: 'bedrock:eu.amazon.nova-pro-v1:0, server:qwen3:32b',
      smallModels: 'server:qwen3:4b',
      modelTokensPerDay: '5000',
    });
    expect(variables).toMatchObject({
      [ENV.largeModels]: 'bedrock:eu.amazon.nova-pro-v1:0,server:qwen3:32b',
      [ENV.smallModels]: 'server:qwen3:4b',
      [ENV.modelTokensPerDay]: '5000',
      [ENV.modelUrl]: modelUrl,
    });
    expect(asked).toEqual([['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream']]);
  });

  test('have a short name each, the server’s first; a server needs no permission', () => {
    const both = chef({ modelUrl, modelName: 'm', bedrockModel: 'eu.a.model' });
    expect(both.variables[ENV.largeModels]).toBe('server:m,bedrock:eu.a.model');
    expect(both.variables[ENV.modelTokensPerDay]).toBe('200000');
    expect(chef({ modelUrl, modelName: 'm' }).asked).toEqual([]);
  });

  test('that no provider can be found for are refused by name', () => {
    const named = (context: Record<string, string>) => () => new Synthesized('household', context);
    expect(named({ largeModels: 'gpt-4' })).toThrow(/server:NAME or bedrock:ID: gpt-4/);
    expect(named({ smallModels: 'server:m' })).toThrow(/modelUrl, and there is none: server:m/);
    expect(named({ modelTokensPerDay: 'many' })).toThrow(/modelTokensPerDay is a whole number/);
  });
});
