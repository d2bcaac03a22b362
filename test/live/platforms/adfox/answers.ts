import type { LiveAnswer, LiveRequest, Probe } from '../../probe';
import { status } from '../../words';

/** The content of the first element of a name; answers are looked at as text, since their form is what is asked for. */
export function element({ text }: LiveAnswer, name: string): string | undefined {
	const [, content] = new RegExp(`<${name}>([^]*?)</${name}>`).exec(text) ?? [];
	return content ?? (new RegExp(`<${name}\\s*/>`).test(text) ? '' : undefined);
}

export const code = (answer: LiveAnswer) => {
	const value = element(answer, 'code');
	return value === undefined ? 'no code' : /^-?\d{1,3}$/.test(value) ? `code ${value}` : 'another code';
};

export const asked = (key: string, about: string, request: LiveRequest): Probe => ({
	key,
	request: () => request,
	expects: [200, 400],
	questions: [status(about, '9'), { about: `code of the answer to it: ${about}`, sheet: '9', found: code }],
});
