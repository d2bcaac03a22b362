import type { INodeProperties } from 'n8n-workflow';

import type { FileKind, InputFile } from '../../shared/operations/input-file';
import type { SingleOperation } from '../../shared/operations/operation';
import { choiceField } from '../../shared/parameters/choice-field';
import { numberOption } from '../../shared/parameters/number-option';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { shown } from '../../shared/parameters/shown';
import type { MyTargetApi } from '../api';
import { contentAnswer } from '../schemas';
import { sizeOf, type Size } from './size';

/** What the platform takes of each kind (sheet 3.18). */
const FILES = {
	static: {
		what: 'a JPEG or PNG image',
		endings: ['.jpg', '.jpeg', '.png'],
		mimeTypes: ['image/jpeg', 'image/png'],
	},
	video: {
		what: 'an MP4 or MOV video',
		endings: ['.mp4', '.mov'],
		mimeTypes: ['video/mp4', 'video/quicktime'],
	},
	html5: {
		what: 'a ZIP archive',
		endings: ['.zip'],
		mimeTypes: ['application/zip', 'application/x-zip-compressed'],
	},
} as const satisfies Readonly<Record<string, FileKind>>;

const kind = choiceField<keyof typeof FILES>({
	displayName: 'Content Type',
	name: 'contentType',
	type: 'options',
	options: [
		{ name: 'HTML5', value: 'html5', description: 'A ZIP archive with the page of the ad' },
		{ name: 'Image', value: 'static', description: 'JPEG or PNG' },
		{ name: 'Video', value: 'video', description: 'MP4 or MOV' },
	],
	default: 'static',
	description: 'What the file is',
});

const fileField: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	hint: 'The name of the input field that has the file',
};

/** 0 for what the file says itself. */
const side = (displayName: string, name: string) =>
	numberOption({
		displayName,
		name,
		minimum: 1,
		default: 0,
		description:
			'In pixels, in place of what the file says of itself; for a video that was turned around, say. Set both or neither.',
	});

const width = side('Width', 'width');
const height = side('Height', 'height');

/** Makes a creative out of a file (sheet 3.18), for the `content` of banners. */
export const upload: SingleOperation<MyTargetApi> = {
	name: 'Upload',
	value: 'upload',
	description: 'Upload an image, a video or an HTML5 archive and return the ID that banners name it by',
	action: 'Upload content',
	gives: 'items',
	writes: true,
	result: { did: 'Uploaded', one: 'file', many: 'files' },
	fields: [kind.field, fileField],
	options: [height.field, width.field],
	async *rows({ api, parameters, inputFile }) {
		const asked = kind.read(parameters);
		const file = await inputFile(
			parameters.requiredText(fileField.name),
			fileField.displayName,
			FILES[asked],
		);
		const size = asked === 'html5' ? undefined : await sizeFor(asked, file, parameters);
		yield [
			await api.change(
				{
					method: 'POST',
					path: `/api/v2/content/${asked}.json`,
					multipart: {
						fields: size === undefined ? [] : [['data', JSON.stringify(size)]],
						files: [{ ...file, name: 'file' }],
					},
				},
				contentAnswer,
				'VK Ads has no list of uploaded content. Upload it again: it gets another ID, and a first one that nobody uses does no harm.',
			),
		];
	},
};

/** They have to be those of the file. @throws {ParameterError} */
async function sizeFor(asked: 'static' | 'video', file: InputFile, parameters: Parameters): Promise<Size> {
	const given = [width, height].map(({ field, read }) =>
		parameters.hasOption(field.name) ? read(parameters) : undefined,
	);
	const [own, ownHeight] = given;
	if (own !== undefined && ownHeight !== undefined) return { width: own, height: ownHeight };
	if (own !== undefined || ownHeight !== undefined)
		throw new ParameterError(
			width.field.displayName,
			`Only one of Options > ${width.field.displayName} and ${height.field.displayName} is set.`,
			'Set both or neither.',
		);
	const size = await sizeOf(asked, file);
	if (size !== undefined) return size;
	throw new ParameterError(
		fileField.displayName,
		`The file ${shown(file.fileName)} in ${fileField.displayName} does not say how wide and high it is, as ${FILES[asked].what} does.`,
		`Check that it is one, or set Options > ${width.field.displayName} and ${height.field.displayName}.`,
	);
}
