import type { INodeProperties } from 'n8n-workflow';

import { choiceField } from '../parameters/choice-field';
import { numberOption } from '../parameters/number-option';

const onlyFile = { show: { output: ['file'] } };

export const fileFormat = choiceField({
	displayName: 'File Format',
	name: 'fileFormat',
	type: 'options',
	options: [
		{ name: 'CSV', value: 'csv', description: 'A table with a header line and commas between values' },
		{
			name: 'CSV for Excel',
			value: 'csvExcel',
			description:
				'Opens by a double click in an Excel with Russian settings: semicolons, decimal commas, UTF-8 with BOM',
		},
		{ name: 'NDJSON', value: 'ndjson', description: 'One JSON object per line' },
	],
	default: 'csv',
	displayOptions: onlyFile,
	description: 'How the rows are written into the file',
});

export const rowsPerFile = numberOption({
	displayName: 'Rows per File',
	name: 'rowsPerFile',
	minimum: 0,
	default: 0,
	displayOptions: { show: { '/output': ['file'] } },
	description: 'Split the report into files of so many rows, one item each. 0 makes one file.',
});

/** Where the rows of a report go. */
export const outputFields: readonly INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{ name: 'File', value: 'file', description: 'All rows as a file, for big reports: memory stays flat' },
			{ name: 'Items', value: 'items', description: 'One n8n item per row' },
		],
		default: 'items',
		description: 'Whether to return the rows as items or as a file',
	},
	fileFormat.field,
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		displayOptions: onlyFile,
		hint: 'The name of the output binary field to put the file in',
	},
];

export const fileOptions: readonly INodeProperties[] = [
	{
		displayName: 'Compress',
		name: 'compress',
		type: 'boolean',
		default: false,
		displayOptions: { show: { '/output': ['file'] } },
		description: 'Whether to compress the file with gzip',
	},
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. report.csv',
		displayOptions: { show: { '/output': ['file'] } },
		description: 'Name of the file; left empty, it is made of the platform, the report and its days',
	},
	rowsPerFile.field,
];
