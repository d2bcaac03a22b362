import { isRow, type Row } from '../../../connector/rows';
import { createdAt } from './created-at';

/** What a form can ask for without a question of its own (sheet 3.26). */
const CONTACT = ['first_name', 'email', 'phone', 'birth_date', 'city', 'social_media_profile'] as const;

/** A lead as a line of a table: its time as ISO 8601 in UTC, the contact's fields, and a column for each question. */
export function flatLead(row: Row): Row {
	// What came in the place of a lead is told as such.
	if (Object.keys(row).length === 0) return row;
	const { contact_info: contact, answers, ...lead } = row;
	const known = isRow(contact) ? contact : {};
	const flat = new Map<string, unknown>(Object.entries(lead));
	const moment = createdAt(lead.created_at)?.toISO();
	if (moment !== undefined) flat.set('created_at', moment);
	for (const name of CONTACT) flat.set(name, known[name] ?? null);
	for (const [name, value] of Object.entries(known)) flat.set(name, value);
	for (const answer of Array.isArray(answers) ? (answers as unknown[]) : [])
		if (isRow(answer)) flat.set(columnFor(answer, flat), textOf(answer));
	return Object.fromEntries(flat);
}

/** The question; another number behind it where the column is taken. */
function columnFor({ question_text: question, block_id: block }: Row, flat: ReadonlyMap<string, unknown>) {
	const asked = typeof question === 'string' ? question.trim() : '';
	const name = asked === '' ? `answer_${typeof block === 'number' ? block : flat.size}` : asked;
	let column = name;
	for (let number = 2; flat.has(column); number++) column = `${name} (${number})`;
	return column;
}

/** The free text if there is any, else the options that were chosen. */
function textOf({ answer_text: text, answer_options: options }: Row): string {
	if (typeof text === 'string' && text !== '') return text;
	const chosen = Array.isArray(options) ? (options as unknown[]) : [];
	return chosen
		.flatMap((option) => (isRow(option) && typeof option.text === 'string' ? [option.text] : []))
		.join(', ');
}
