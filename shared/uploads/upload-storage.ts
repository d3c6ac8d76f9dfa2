/** What uploads need of the object storage. */
export interface UploadStorage {
  readObject(key: string): Promise<Buffer>;
  writeObject(key: string, body: Buffer, contentType: string): Promise<void>;
  /** A link that puts exactly one object of this type and size, until it expires. */
  presignPut(
    key: string,
    file: { readonly contentType: string; readonly size: number },
    expiresInSeconds: number,
  ): Promise<string>;
}
