/** Tags of HTML that begin a new line where they are shown. */
export const BREAKING_TAGS: ReadonlySet<string> = new Set(
  'address article blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
);

export const INLINE_TAGS: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code data del em font i img input ins kbd label mark meter q s samp small span strike strong sub sup svg time tt u var wbr'.split(
    ' ',
  ),
);

/** What they hold is not shown as text. */
export const UNREAD_TAGS: ReadonlySet<string> = new Set(
  'button iframe noscript script select style template textarea'.split(' '),
);

/** Tags without content and without an end. */
export const VOID_TAGS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);
