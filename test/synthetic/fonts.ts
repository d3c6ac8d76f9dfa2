import { fileURLToPath } from 'node:url';
import { GlobalFonts } from '@napi-rs/canvas';

/** A typeface from a file of an npm package, so that the machine needs none. */
export interface Font {
  readonly family: string;
  readonly file: string;
  /** Most tills print a bare zero; typefaces of programmers strike it through or dot it. */
  readonly bareZero?: true;
}

const GOOGLE = '@expo-google-fonts';

/** All have ąćęłńóśźż in both cases (a test draws them); Share Tech Mono lacks them and is not here. */
export const FONTS = {
  vt323: font('Till VT323', `${GOOGLE}/vt323/400Regular/VT323_400Regular.ttf`),
  cousine: font('Till Cousine', `${GOOGLE}/cousine/400Regular/Cousine_400Regular.ttf`),
  cousineBold: font('Screen Cousine', `${GOOGLE}/cousine/700Bold/Cousine_700Bold.ttf`),
  liberation: font('Screen Liberation', 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'),
  ubuntu: font('Till Ubuntu', `${GOOGLE}/ubuntu-mono/400Regular/UbuntuMono_400Regular.ttf`),
  inconsolata: font(
    'Till Inconsolata',
    `${GOOGLE}/inconsolata/500Medium/Inconsolata_500Medium.ttf`,
  ),
  inconsolataBold: font(
    'Screen Inconsolata',
    `${GOOGLE}/inconsolata/700Bold/Inconsolata_700Bold.ttf`,
  ),
  lato: font('Screen Lato', `${GOOGLE}/lato/400Regular/Lato_400Regular.ttf`),
} as const;

function font(family: string, file: string): Font {
  return { family, file };
}

/** The typeface with a zero as narrow as its figures and empty, made of its letter O. */
export function withBareZero(plain: Font): Font {
  return { ...plain, bareZero: true };
}

/** Makes the typeface known to the canvas, once. @throws Error when its file cannot be read */
export function familyOf({ family, file }: Font): string {
  if (!GlobalFonts.has(family)) {
    const path = fileURLToPath(import.meta.resolve(file));
    if (GlobalFonts.registerFromPath(path, family) === null) throw new Error(`no font at ${path}`);
  }
  return family;
}
