import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { FileKind, FindInputFile, InputFile } from '../operations/input-file';
import { ParameterError } from '../parameters/parameter-error';
import { shown } from '../parameters/shown';

const MB = 1024 * 1024;

/** The files of one input item, wherever n8n keeps them. */
export function inputFilesOf(
	node: Pick<IExecuteFunctions, 'getInputData' | 'helpers'>,
	itemIndex: number,
): FindInputFile {
	return async (name, displayName, kind) => {
		const binaries = node.getInputData()[itemIndex]?.binary ?? {};
		const binary = Object.hasOwn(binaries, name) ? binaries[name] : undefined;
		if (binary === undefined) {
			const names = Object.keys(binaries).map(shown).join(', ');
			throw new ParameterError(
				displayName,
				`${displayName} is ${shown(name)}, but the input item has no file under this name.`,
				names === ''
					? 'It has no file at all: put a node in front that gives one, such as HTTP Request with Response Format set to File.'
					: `It has: ${names}.`,
			);
		}
		const file = await opened(binary, node.helpers).catch(() => {
			throw new ParameterError(
				displayName,
				`The file in ${displayName} is no longer in n8n's store.`,
				'Run the workflow again from the node that makes it.',
			);
		});
		const { fileName = name, mimeType } = binary;
		const found = { ...file, fileName, contentType: mimeType || 'application/octet-stream' };
		refuseUnfit(found, displayName, kind);
		return found;
	};
}

async function opened(
	{ id, data }: IBinaryData,
	helpers: IExecuteFunctions['helpers'],
): Promise<Pick<InputFile, 'bytes' | 'open'>> {
	if (id === undefined) {
		const bytes = Buffer.from(data, 'base64');
		return { bytes: bytes.length, open: async () => Promise.resolve(only(bytes)) };
	}
	const { fileSize } = await helpers.getBinaryMetadata(id);
	return {
		bytes: Number.isSafeInteger(fileSize) ? fileSize : undefined,
		open: () => helpers.getBinaryStream(id),
	};
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield await Promise.resolve(bytes);
}

/** @throws {ParameterError} */
function refuseUnfit(
	{ bytes, fileName, contentType }: InputFile,
	displayName: string,
	kind?: FileKind,
): void {
	const refuse = (what: string, advice: string) => {
		throw new ParameterError(displayName, `The file ${shown(fileName)} in ${displayName} ${what}.`, advice);
	};
	if (bytes === 0) refuse('is empty', 'Check the node that makes it.');
	if (kind === undefined) return;
	const { what, endings, mimeTypes, maximumBytes = Infinity } = kind;
	const hasEnding = endings.some((ending) => fileName.toLowerCase().endsWith(ending));
	if (!hasEnding && !mimeTypes.includes(contentType.toLowerCase()))
		refuse(
			`is ${shown(contentType)}, not ${what}`,
			`Use ${what}, with a name that ends in ${endings.join(' or ')}.`,
		);
	if ((bytes ?? 0) > maximumBytes)
		refuse(
			`has ${Math.ceil((bytes ?? 0) / MB)} MB, but at most ${Math.floor(maximumBytes / MB)} MB are taken`,
			'Make it smaller.',
		);
}
