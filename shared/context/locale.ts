/** The languages of the product. */
export type Locale = 'pl' | 'en';
