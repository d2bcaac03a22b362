import type { Parameters } from '../parameters/parameters';
import { fileFormat, rowsPerFile } from './fields';

export interface FileSettings {
	readonly format: ReturnType<typeof fileFormat.read>;
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
	const format = fileFormat.read(parameters);
	// A platform's name may hold a slash, which would make it a folder.
	const ownName = defaultName.replace(/[^\w-]+/g, '-') + `.${format}`;
	return {
		format,
		binaryPropertyName: parameters.text('binaryPropertyName') || 'data',
		fileName: parameters.optionText('fileName') || ownName,
		compress: parameters.optionFlag('compress'),
		rowsPerFile: rowsPerFile.read(parameters) || Infinity,
	};
}

/** Name of a part: its number goes before the ending, and a compressed file ends with `.gz`. */
export function partName({ fileName, compress, ...settings }: FileSettings, part: number): string {
	const end = fileName.search(ENDING);
	const numbered =
		settings.rowsPerFile === Infinity ? fileName : `${fileName.slice(0, end)}-${part}${fileName.slice(end)}`;
	return compress && !/\.gz$/i.test(numbered) ? `${numbered}.gz` : numbered;
}
