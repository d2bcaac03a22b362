import type { INodeProperties } from 'n8n-workflow';

import {
	fileChunks,
	type ClientRequest,
	type FormFile,
	type Multipart,
	type NameAndValue,
} from '../../../connector/client';
import { writeJson } from '../../../connector/rows';
import type { Run } from '../operations/run';
import { choiceField } from '../parameters/choice-field';
import { parseJson } from '../parameters/json';
import { ParameterError } from '../parameters/parameter-error';
import type { Parameters } from '../parameters/parameters';
import { formFileEntries, formFilesField, INPUT_FIELD } from './form-files';
import { readBody } from './read-request';

/** What a request carries. */
export type Body = Pick<ClientRequest, 'json' | 'multipart' | 'content'>;

const bodyType = choiceField({
	displayName: 'Body Type',
	name: 'bodyType',
	type: 'options',
	options: [
		{ name: 'File', value: 'file', description: 'A file of the input item as it is' },
		{ name: 'Form (Multipart)', value: 'multipart', description: 'Fields, and files of the input item' },
		{ name: 'JSON', value: 'json' },
		{ name: 'Text', value: 'text', description: 'CSV, NDJSON or other text' },
	],
	default: 'json',
	description: 'How to send what goes with the request',
});

const textType = choiceField({
	displayName: 'Text Type',
	name: 'textType',
	type: 'options',
	options: [
		{ name: 'CSV', value: 'text/csv' },
		{ name: 'NDJSON', value: 'application/x-ndjson', description: 'One JSON object per line' },
		{ name: 'Plain Text', value: 'text/plain' },
	],
	default: 'application/x-ndjson',
	description: 'What the text is',
});

const text: INodeProperties = {
	displayName: 'Body (Text)',
	name: 'textBody',
	type: 'string',
	typeOptions: { rows: 5 },
	default: '',
	description: 'The text to send as it is',
};

const formFields: INodeProperties = {
	displayName: 'Form Fields (JSON)',
	name: 'formFields',
	type: 'json',
	default: '{}',
	placeholder: '{ "name": "Customers", "data": { "width": 600, "height": 600 } }',
	description: 'Names and values of the fields of the form; objects and lists are sent as JSON',
};

const bodyFile: INodeProperties = {
	displayName: INPUT_FIELD,
	name: 'bodyFile',
	type: 'string',
	default: 'data',
	hint: 'The name of the input field that has the file',
};

const formFiles = formFilesField({
	description: 'Files of the input item that go into the form',
	part: {
		displayName: 'Part Name',
		placeholder: 'e.g. file',
		description: 'As the documentation has it',
	},
});

/** The fields of a body of any kind. @param json the one of a JSON body */
export function anyBodyFields(json: INodeProperties): INodeProperties[] {
	const shownWith = (field: INodeProperties, type: string): INodeProperties => ({
		...field,
		displayOptions: { show: { ...json.displayOptions?.show, bodyType: [type] } },
	});
	return [
		{ ...bodyType.field, displayOptions: json.displayOptions },
		shownWith(json, 'json'),
		shownWith(textType.field, 'text'),
		shownWith(text, 'text'),
		shownWith(formFields, 'multipart'),
		shownWith(formFiles, 'multipart'),
		shownWith(bodyFile, 'file'),
	];
}

/** @throws {ParameterError} */
export async function readAnyBody(run: Pick<Run<unknown>, 'parameters' | 'inputFile'>): Promise<Body> {
	const { parameters, inputFile } = run;
	switch (bodyType.read(parameters)) {
		case 'json':
			return { json: readBody(parameters) };
		case 'text':
			return { content: { type: textType.read(parameters), body: textIn(parameters) } };
		case 'file': {
			const file = await inputFile(parameters.requiredText(bodyFile.name), bodyFile.displayName);
			const body = { bytes: file.bytes, chunks: () => fileChunks(file) };
			return { content: { type: file.contentType, body } };
		}
		case 'multipart':
			return { multipart: await readForm(run) };
	}
}

/** Text as it is: a line end at its end belongs to it. */
function textIn(parameters: Parameters): string {
	const value = parameters.value(text.name);
	if (typeof value === 'string' && value !== '') return value;
	throw new ParameterError(
		text.displayName,
		`${text.displayName} is ${value === undefined || value === '' ? 'empty' : 'no text'}.`,
		'Enter the text, such as one JSON object per line.',
	);
}

async function readForm({
	parameters,
	inputFile,
}: Pick<Run<unknown>, 'parameters' | 'inputFile'>): Promise<Multipart> {
	const given = parseJson(parameters.value(formFields.name), formFields.displayName) ?? {};
	if (typeof given !== 'object' || Array.isArray(given))
		throw new ParameterError(
			formFields.displayName,
			`${formFields.displayName} is no JSON object with names and values.`,
		);
	const fields = Object.entries(given)
		.filter(([, value]) => value !== null && value !== undefined)
		.map(([name, value]): NameAndValue => [name, typeof value === 'string' ? value : writeJson(value)]);
	const files: FormFile[] = [];
	for (const { name, property } of formFileEntries(parameters)) {
		if (name === '')
			throw new ParameterError('Files', 'A file of Files has no Part Name.', 'Enter one, such as file.');
		files.push({ ...(await inputFile(property, INPUT_FIELD)), name });
	}
	if (fields.length > 0 || files.length > 0) return { fields, files };
	throw new ParameterError(formFields.displayName, 'The form has neither a field nor a file.');
}
