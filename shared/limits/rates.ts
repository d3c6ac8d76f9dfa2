/** Requests that are counted together: what they cost is alike. */
export type RateClass = 'chat' | 'upload' | 'rag' | 'weather';

/** Requests of one person in a minute. */
export type Rates = Readonly<Record<RateClass, number>>;

export const DEFAULT_RATES: Rates = { chat: 20, upload: 10, rag: 30, weather: 30 };

/**
 * Rates as somebody configures them: `chat=60,upload=20`; those that are not named stay as they are.
 * @throws for another text
 */
export function readRates(text: string): Rates {
  const rates: Record<string, number> = { ...DEFAULT_RATES };
  for (const part of text.split(',').filter((each) => each !== '')) {
    const [, name = '', most] = /^([a-z]+)=([1-9]\d{0,6})$/.exec(part.trim()) ?? [];
    if (!(name in DEFAULT_RATES))
      throw new Error(`rateLimits are requests a minute, as in chat=20,upload=10: ${text}`);
    rates[name] = Number(most);
  }
  return { ...DEFAULT_RATES, ...rates };
}
