import type { INodeProperties } from 'n8n-workflow';

import type { FileKind, InputFile } from '../../shared/operations/input-file';
import type { Run } from '../../shared/operations/run';
import { choiceField } from '../../shared/parameters/choice-field';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { plural } from '../../shared/parameters/shown';
import { UPLOAD_BYTES } from '../limits';
import type { Source, Survey } from './lines';

/** Without expressions: it decides whether the input items are one list or each has a file of its own. */
export const source = choiceField({
	displayName: 'Source',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'File', value: 'file', description: 'A text or CSV file of each input item' },
		{ name: 'Input Items', value: 'items', description: 'All input items together, a line for each' },
	],
	default: 'items',
	description: 'Where the lines come from',
});

export const takesAll = (text: (name: string) => string) => text(source.field.name) !== 'file';

/** The name of a field: n8n's editor writes it where one is dragged there, without an expression. */
export function columnField(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder' | 'description'>,
): INodeProperties {
	return {
		...field,
		type: 'string',
		required: true,
		default: '',
		requiresDataPath: 'single',
		displayOptions: { show: { source: ['items'] } },
	};
}

export const fileField: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	displayOptions: { show: { source: ['file'] } },
	hint: 'The name of the input field that has the file',
};

const TEXT_FILE: FileKind = {
	what: 'a text or CSV file',
	endings: ['.csv', '.txt'],
	mimeTypes: ['text/csv', 'text/plain', 'application/csv', 'application/octet-stream'],
	maximumBytes: UPLOAD_BYTES,
};

/** @throws {ParameterError} */
export async function inputFileOf({
	parameters,
	inputFile,
}: Pick<Run<unknown>, 'parameters' | 'inputFile'>): Promise<InputFile> {
	return inputFile(parameters.requiredText(fileField.name), fileField.displayName, TEXT_FILE);
}

/** What an input item has in a field, in objects inside of it too. */
export function fieldOf(json: Readonly<Record<string, unknown>>, path: string): unknown {
	if (Object.hasOwn(json, path)) return json[path];
	let value: unknown = json;
	for (const name of path.split(/[.[\]'"]+/).filter(Boolean)) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
		value = (value as Record<string, unknown>)[name];
	}
	return value;
}

interface Bounds {
	/** Where the user says which fields of the input items are meant. */
	readonly columns: readonly INodeProperties[];
	readonly minimum: number;
	readonly maximum: number;
	/** How fewer lines can be sent. */
	readonly forFewer?: string;
}

/**
 * Holds what is to be sent against the limits, before anything is.
 *
 * @throws {ParameterError}
 */
export function refuseUnfitSize(
	{ inputs, parameters }: Pick<Run<unknown>, 'inputs' | 'parameters'>,
	{ one }: Source,
	{ lines, bytes, empty, unfit }: Survey,
	{ columns, minimum, maximum, forFewer }: Bounds,
): void {
	const name = source.read(parameters) === 'file' ? fileField.displayName : source.field.displayName;
	const notCounted = [
		...(empty > 0 ? [`${plural(empty, one)} with nothing in it`] : []),
		...(unfit.length > 0 ? [`${plural(unfit.length, one)} that cannot be used`] : []),
	];
	const beside = notCounted.length === 0 ? '' : `, not counting ${notCounted.join(' and ')}`;
	if (lines === 0 && source.read(parameters) === 'items') {
		const names = Object.keys(inputs[0]?.json ?? {});
		const fields = columns.map(({ displayName }) => displayName).join(' and ');
		throw new ParameterError(
			fields,
			`${fields}: no input item has anything there that could be sent${beside}.`,
			`Enter the name of a field, not an expression that gives its value. The first input item has: ${names.join(', ')}.`,
		);
	}
	if (lines < minimum)
		throw new ParameterError(
			name,
			`There are ${plural(lines, 'line')} to send${beside}, but VK Ads takes at least ${plural(minimum, 'line')}.`,
			forFewer,
		);
	if (lines > maximum || bytes > UPLOAD_BYTES)
		throw new ParameterError(
			name,
			`There are ${plural(lines, 'line')} of ${Math.ceil(bytes / MB)} MB to send, but VK Ads takes at most ${plural(maximum, 'line')} and ${UPLOAD_BYTES / MB} MB.`,
			'Send them as several lists.',
		);
}

const MB = 1024 * 1024;
