/** An object of a list, with every field that can be asked for. */
export type ListedObject = Readonly<Record<string, unknown>>;
