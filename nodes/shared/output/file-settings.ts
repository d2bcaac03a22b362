import type { Parameters } from '../parameters/parameters';
import { fileFormat, rowsPerFile } from './fields';

export interface FileSettings {
	readonly format: ReturnType<typeof fileFormat.read>;
	readonly binaryPropertyName: string;
	/** Of the user, without the number of a part; '' for a name of our own. */
	readonly fileName: string;
	readonly compress: boolean;
	/** Infinity for one file. */
	readonly rowsPerFile: number;
}

/** What a file is called where the user gives it no name. */
export interface ReportName {
	/** As its users call it. */
	readonly platform: string;
	/** The name of the operation. */
	readonly report: string;
	/** Undefined for a report without dates. */
	readonly days: { readonly dateFrom: string; readonly dateTo: string } | undefined;
}

/** ".csv", ".csv.gz", or nothing at the end of a name that has none. */
const ENDING = /(?<=[^])(\.[^.]+)?(\.gz)?$/i;

/** @throws {ParameterError} */
export function readFileSettings(parameters: Parameters): FileSettings {
	return {
		format: fileFormat.read(parameters),
		binaryPropertyName: parameters.text('binaryPropertyName') || 'data',
		fileName: parameters.optionText('fileName'),
		compress: parameters.optionFlag('compress'),
		rowsPerFile: rowsPerFile.read(parameters) || Infinity,
	};
}

/** "fake-ads-raw-data-2024-01-01_2024-01-31" */
export function ownName({ platform, report, days }: ReportName): string {
	const what = kebab(report.replace(/^Get\b/, '')) || 'report';
	const period = days === undefined ? [] : [`${days.dateFrom}_${days.dateTo}`];
	return [kebab(platform), what, ...period].join('-');
}

/** Name of a part: its number goes before the ending, and a compressed file ends with `.gz`. */
export function partName(
	{ compress, rowsPerFile: perFile, ...settings }: FileSettings,
	name: ReportName,
	fileExtension: string,
	part: number,
): string {
	const fileName = settings.fileName || `${ownName(name)}.${fileExtension}`;
	const end = fileName.search(ENDING);
	const numbered =
		perFile === Infinity ? fileName : `${fileName.slice(0, end)}-${part}${fileName.slice(end)}`;
	return compress && !/\.gz$/i.test(numbered) ? `${numbered}.gz` : numbered;
}

/** A platform's name may hold a slash, which would make it a folder. */
function kebab(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\d]+/gu, '-')
		.replace(/^-|-$/g, '');
}
