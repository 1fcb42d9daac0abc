/** A file that was uploaded to, or written by, the provider. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly text: string;
}

export interface FileStore {
  /** Under an id of its own unless told one. */
  add(file: Omit<StoredFile, "id">, id?: string): StoredFile;
  get(id: string): StoredFile | undefined;
  /** False where there was none. */
  remove(id: string): boolean;
}

/** Creates an empty store; ids count up. */
export function createFileStore(): FileStore {
  const files = new Map<string, StoredFile>();
  let number = 0;
  return {
    add: (file, id = `file-${String(++number).padStart(6, "0")}`) => {
      const stored = { ...file, id };
      files.set(stored.id, stored);
      return stored;
    },
    get: (id) => files.get(id),
    remove: (id) => files.delete(id),
  };
}
