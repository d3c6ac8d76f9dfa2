import { describe, expect, test } from 'vitest';
import { type RoutingContext, route } from '#shared/orchestration/routing/route.ts';
import { ROUTE_LABELS, type RouteLabel } from '#shared/router/labels.ts';
import type { Route } from '#shared/router/route-message.ts';
import { readMessage } from '#shared/statements/read-message.ts';

describe('where the router is not sure', () => {
  const guessing = (label: RouteLabel, confidence: number) => {
    const ranked = [{ label, p: confidence }, ...ROUTE_LABELS.map((one) => ({ label: one, p: 0 }))];
    return async (): Promise<Route> => ({
      label,
      confidence,
      ranked,
      language: 'pl',
      source: 'model',
    });
  };
  const decided = (message: string, label: RouteLabel, confidence: number) => {
    const heard = readMessage(message, 'pl');
    const context: RoutingContext = {
      ...{ locale: 'pl' as const, asked: undefined, lastAgent: null, lastTopic: null },
      ...{ chefState: null, pantryTalk: null, heard },
    };
    return route(message, context, guessing(label, confidence));
  };

  test('the chef’s parser decides, and where it is sure, the router', async () => {
    const message = 'coś na śniadanie w 10 minut';
    expect(await decided(message, 'conversation', 0.5)).toMatchObject({ agent: 'chef' });
    expect(await decided(message, 'none', 0.95)).toMatchObject({ name: 'unknown' });
  });

  test('so does the pantry’s', async () => {
    const message = 'zużyłam 2 jajka';
    expect(await decided(message, 'pantry', 0.5)).toMatchObject({ topic: 'pantry' });
    expect(await decided(message, 'none', 0.5)).toMatchObject({ topic: 'pantry' });
    expect(await decided(message, 'meal-planner', 0.95)).toMatchObject({ topic: 'meal-planner' });
  });

  test('what no parser understands goes where the router says', async () => {
    expect(await decided('hmm hmm hmm', 'chef', 0.4)).toMatchObject({ agent: 'chef' });
  });
});
