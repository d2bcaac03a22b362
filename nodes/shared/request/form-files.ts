import type { INodeProperties } from 'n8n-workflow';

import { asObject } from '../parameters/json';
import type { Parameters } from '../parameters/parameters';

/** What names a file of the input item. */
export const INPUT_FIELD = 'Input Data Field Name';

interface FormFilesDeclaration extends Pick<INodeProperties, 'description' | 'displayOptions'> {
	/** What the files are told apart by in the form. */
	readonly part: Pick<INodeProperties, 'displayName' | 'placeholder' | 'description'>;
}

/** Files of the input item that go along as parts of a form. */
export function formFilesField({ part, ...field }: FormFilesDeclaration): INodeProperties {
	return {
		displayName: 'Files',
		name: 'files',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add File',
		...field,
		options: [
			{
				displayName: 'File',
				name: 'file',
				values: [
					{ ...part, name: 'name', type: 'string', default: '' },
					{
						displayName: INPUT_FIELD,
						name: 'binaryPropertyName',
						type: 'string',
						default: 'data',
						hint: 'The name of the input field that has the file',
					},
				],
			},
		],
	};
}

export interface FormFileEntry {
	/** Of the part. */
	readonly name: string;
	/** Under which the input item has it. */
	readonly property: string;
}

/** As they were entered, or as an expression gives them: a list, or one alone. */
export function formFileEntries(parameters: Parameters): FormFileEntry[] {
	const { file = [] } = asObject(parameters.value('files'));
	return (Array.isArray(file) ? (file as unknown[]) : [file]).map(asObject).map((entry) => ({
		name: textOf(entry.name),
		property: textOf(entry.binaryPropertyName) || 'data',
	}));
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
