import type { INodeProperties } from 'n8n-workflow';

import type { FormFile, NameAndValue } from '../../../connector/client';
import type { Run } from '../../shared/operations/run';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { shown } from '../../shared/parameters/shown';
import {
	formFileEntries,
	formFilesField,
	INPUT_FIELD,
	type FormFileEntry,
} from '../../shared/request/form-files';
import { pathOf, type Navigation } from '../api';
import { findMethod } from '../catalogue/find';
import { isOwnName } from '../objects/sent-values';

/** What a file may be sent by instead (sheet 2.7). */
const LINK = 'URL';

export const filesField: INodeProperties = formFilesField({
	description: 'For the methods that take a file, such as banner/modify/zipFile and campaign/upload',
	part: {
		displayName: 'Parameter Name',
		placeholder: 'e.g. zipFile',
		description: 'As the ADFOX API writes it; upper and lower case matter',
	},
});

type Asked = Navigation & { readonly isRead: boolean };

/**
 * The files that go along, found but not read.
 *
 * @param sent what is sent as text
 * @throws {ParameterError} a method that takes a file without one, a file where none is taken, one that is not there
 */
export async function readSentFiles(
	{ parameters, inputFile }: Pick<Run<unknown>, 'parameters' | 'inputFile'>,
	asked: Asked,
	sent: readonly NameAndValue[],
): Promise<FormFile[]> {
	const entries = formFileEntries(parameters);
	refuseNames(entries, asked);
	refuseMissing(entries, asked, new Set(sent.map(([name]) => name)));
	const known = findMethod(asked)?.parameters ?? [];
	const files: FormFile[] = [];
	for (const { name, property } of entries) {
		const kind = known.find((parameter) => parameter.name === name)?.kind;
		files.push({ name, ...(await inputFile(property, INPUT_FIELD, kind)) });
	}
	return files;
}

function refuseNames(entries: readonly FormFileEntry[], asked: Asked): void {
	const refuse = (what: string, advice: string) => {
		throw new ParameterError('Files', what, advice);
	};
	if (entries.length > 0 && asked.isRead)
		refuse(`${pathOf(asked)} only reads, so it takes no file.`, 'Remove the entries of Files.');
	for (const [index, { name }] of entries.entries()) {
		if (name === '') refuse('A file of Files has no Parameter Name.', 'Enter one, such as zipFile.');
		if (isOwnName(name)) refuse(`Files holds ${shown(name)}, which the node sets itself.`, 'Remove it.');
		if (entries.findIndex((other) => other.name === name) < index)
			refuse(`Files holds ${shown(name)} twice.`, 'Send the files one after another.');
	}
}

/** What the parameter of a file says would be taken for the file itself, and the success would be none (trap 18). */
function refuseMissing(entries: readonly FormFileEntry[], asked: Asked, texts: ReadonlySet<string>): void {
	const parameters = findMethod(asked)?.parameters ?? [];
	const file = parameters.find(({ type }) => type === 'file');
	const names = entries.map(({ name }) => name);
	const asText = [...names, ...(file === undefined ? [] : [file.name])].find((name) => texts.has(name));
	if (asText !== undefined)
		throw new ParameterError(
			'Parameters',
			`${pathOf(asked)} takes ${asText} as a file, and Parameters has it as a text; the name of a file is not the file.`,
			`Remove ${asText} from Parameters and add it to Files.`,
		);
	if (file === undefined) return;
	const byLink = parameters.some(({ name }) => name === LINK);
	const hasLink = byLink && texts.has(LINK);
	const hasFile = names.includes(file.name);
	if (hasFile && hasLink)
		throw new ParameterError(
			'Files',
			`${pathOf(asked)} takes either ${file.name} or ${LINK}, and both are set.`,
			'Remove one of them.',
		);
	if (hasFile || hasLink) return;
	throw new ParameterError(
		'Files',
		`${pathOf(asked)} takes a file, ${file.name}, and Files has none of this name.`,
		`Add a file with the Parameter Name ${file.name}${byLink ? `, or a link to it as ${LINK} to Parameters` : ''}.`,
	);
}
