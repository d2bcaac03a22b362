import type { FormFile } from '../../../connector/client';
import { ConnectorError } from '../../../connector/errors';
import type { MyTargetApi } from '../api';
import { doneAnswer } from '../schemas';
import { withoutContacts } from '../upload/without-contacts';

/** The part that has the file (sheet 3.31). */
export const FILE_PART = 'list_users';

interface Conversions {
	readonly path: string;
	/** What else is said of them, by its names at the platform. */
	readonly about: Readonly<Record<string, string | number>>;
	readonly file: FormFile;
	/** How to look whether they were taken. */
	readonly check: string;
}

/**
 * Sends conversions: in plain parts, which were seen to work, and in one JSON part, which is what the documentation has,
 * where the plain ones were refused (trap 63). A refusal that names the file is about what is in it, whatever the form.
 */
export async function sendConversions(
	api: MyTargetApi,
	{ path, about, file, check }: Conversions,
): Promise<void> {
	const entries = Object.entries(about);
	const send = async (fields: readonly (readonly [string, string])[]) =>
		withoutContacts(
			api.change({ method: 'POST', path, multipart: { fields, files: [file] } }, doneAnswer, check),
		);
	try {
		await send(entries.map(([name, value]) => [name, String(value)]));
	} catch (error) {
		if (!(error instanceof ConnectorError) || !mayBeTheForm(error)) throw error;
		await send([['data', JSON.stringify(about)]]).catch((other: unknown) => {
			if (!(other instanceof ConnectorError) || !mayBeTheForm(other)) throw other;
			throw error.with({ message: `${error.message} In the other documented form: ${other.message}` });
		});
	}
}

function mayBeTheForm({ status, fields, unforeseen }: ConnectorError): boolean {
	return status === 400 && unforeseen === undefined && !fields.includes(FILE_PART);
}
