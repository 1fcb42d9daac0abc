/** How much of one record is taken at most, so that no input can exhaust memory. */
export interface ImportLimits {
  /** Bytes of one line or array element; a longer one is skipped without being held. */
  readonly recordBytes: number;
  /** UTF-16 code units of one message; a longer one keeps its start and its end. */
  readonly messageCharacters: number;
  /** Messages of one conversation; of more, the first and the last are kept. */
  readonly messages: number;
  /** UTF-16 code units of the labels of one conversation, as JSON. */
  readonly labelCharacters: number;
  /** Bytes of the parts of one conversation that is spread over records; further parts are left out. */
  readonly groupBytes: number;
  /** Bytes of such parts that are held in memory before they go to disk. */
  readonly heldBytes: number;
  /** Bytes that a packed file may unpack to, whatever its size; more is a bomb where it is 300 times the packed size. */
  readonly unpackedBytes: number;
}

export const defaultImportLimits: ImportLimits = {
  recordBytes: 16 * 1024 * 1024,
  messageCharacters: 1_000_000,
  messages: 10_000,
  labelCharacters: 65_536,
  groupBytes: 64 * 1024 * 1024,
  heldBytes: 16 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
};
