import type { FormFile } from '../../../connector/client';

/** A file of an input item, before anybody says as which part of a form it goes. */
export type InputFile = Omit<FormFile, 'name'>;

/** What a platform takes as a file, as far as it says so. A file fits by its ending or by its type. */
export interface FileKind {
	/** "a ZIP archive" */
	readonly what: string;
	/** In lower case, with the dot. */
	readonly endings: readonly string[];
	readonly mimeTypes: readonly string[];
	readonly maximumBytes?: number;
}

/**
 * Finds a file of the input item in n8n's binary store. It is read when it is sent.
 *
 * @param displayName of the parameter that names it
 * @throws {ParameterError} there is none under this name, it is empty, or of another kind
 */
export type FindInputFile = (
	binaryPropertyName: string,
	displayName: string,
	kind?: FileKind,
) => Promise<InputFile>;
