import type { Parameters } from '../parameters/parameters';

type FileFormat = 'csv' | 'ndjson';

export interface FileSettings {
	readonly format: FileFormat;
	readonly binaryPropertyName: string;
	/** Without the number of a part. */
	readonly fileName: string;
	readonly compress: boolean;
	/** Infinity for one file. */
	readonly rowsPerFile: number;
}

/** ".csv", ".csv.gz", or nothing at the end of a name that has none. */
const ENDING = /(?<=[^])(\.[^.]+)?(\.gz)?$/i;

/** @throws {ParameterError} */
export function readFileSettings(parameters: Parameters, defaultName: string): FileSettings {
	const format = parameters.choice('fileFormat', ['csv', 'ndjson']);
	const rowsPerFile = parameters.optionWholeNumber('rowsPerFile', { minimum: 0, default: 0 });
	// A platform's name may hold a slash, which would make it a folder.
	const ownName = defaultName.replace(/[^\w-]+/g, '-') + `.${format}`;
	return {
		format,
		binaryPropertyName: parameters.text('binaryPropertyName') || 'data',
		fileName: parameters.optionText('fileName') || ownName,
		compress: parameters.optionFlag('compress'),
		rowsPerFile: rowsPerFile === 0 ? Infinity : rowsPerFile,
	};
}

/** Name of a part: its number goes before the ending, and a compressed file ends with `.gz`. */
export function partName({ fileName, compress, rowsPerFile }: FileSettings, part: number): string {
	const end = fileName.search(ENDING);
	const numbered =
		rowsPerFile === Infinity ? fileName : `${fileName.slice(0, end)}-${part}${fileName.slice(end)}`;
	return compress && !/\.gz$/i.test(numbered) ? `${numbered}.gz` : numbered;
}
