/**
 * A printed name as one would write it: lower case, without sizes, numbers and single letters. Models
 * read capitals letter by letter and take `1L` for a word. `JOG.NAT. 4X125G` → `jog nat`.
 */
export function embeddingText(printed: string): string {
  const words = printed
    .slice(0, 120)
    .toLocaleLowerCase('pl')
    .match(/[\p{L}\d]+/gu);
  return (words ?? []).filter((word) => word.length > 1 && !/\d/.test(word)).join(' ');
}
