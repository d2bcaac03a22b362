import { z } from 'zod';

import { openOrigin } from '../../sandbox/frame/origin';
import { bytesOf } from '../../sandbox/frame/request';

const chatRequest = z.object({
	stream: z.boolean().optional(),
	messages: z.array(
		z.looseObject({ role: z.string(), content: z.unknown(), tool_calls: z.array(z.unknown()).optional() }),
	),
	tools: z
		.array(
			z.object({
				function: z.object({
					name: z.string(),
					description: z.string(),
					parameters: z.record(z.string(), z.unknown()),
				}),
			}),
		)
		.default([]),
});

/** What an agent asks of its model. */
export type ChatRequest = z.infer<typeof chatRequest>;

export interface ToolCall {
	tool: string;
	arguments: object;
}

/** A model of OpenAI's chat interface that does what a test says. */
export interface FakeModel {
	/** Base URL of the credential. */
	readonly url: string;
	readonly requests: readonly ChatRequest[];
	close(): Promise<void>;
}

function textOf(content: unknown): string {
	return typeof content === 'string' ? content : JSON.stringify(content);
}

/** The answer to a question: the tool call, and when a tool has answered, the words that it did so with. */
function answerTo({ messages }: ChatRequest, call: ToolCall) {
	const tools = messages.filter(({ role }) => role === 'tool');
	if (tools.length > 0) {
		const content = `The tool answered: ${tools.map(({ content }) => textOf(content)).join('\n')}`;
		return { finish_reason: 'stop', message: { role: 'assistant', content } };
	}
	const asked = { name: call.tool, arguments: JSON.stringify(call.arguments) };
	const tool_calls = [{ index: 0, id: 'call_1', type: 'function', function: asked }];
	return { finish_reason: 'tool_calls', message: { role: 'assistant', content: null, tool_calls } };
}

/** As one piece of a stream: that is all a client of the interface can tell. */
function asStream(envelope: object, { message, finish_reason }: ReturnType<typeof answerTo>): string {
	const chunk = { ...envelope, object: 'chat.completion.chunk' };
	return [
		{ ...chunk, choices: [{ index: 0, delta: message, finish_reason: null }] },
		{ ...chunk, choices: [{ index: 0, delta: {}, finish_reason }] },
	]
		.map((piece) => `data: ${JSON.stringify(piece)}\n\n`)
		.concat('data: [DONE]\n\n')
		.join('');
}

/** Starts a model on loopback that calls one tool, and then tells what it got. */
export async function startFakeModel(call: ToolCall): Promise<FakeModel> {
	const requests: ChatRequest[] = [];
	const { url, close } = await openOrigin(0, (message, response) => {
		void bytesOf(message).then((body) => {
			const request = chatRequest.parse(JSON.parse(body.toString()));
			requests.push(request);
			const answer = answerTo(request, call);
			const envelope = {
				id: `chat-${requests.length}`,
				created: 0,
				model: 'fake',
				object: 'chat.completion',
			};
			const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
			const [type, text] =
				request.stream === true
					? ['text/event-stream', asStream(envelope, answer)]
					: ['application/json', JSON.stringify({ ...envelope, usage, choices: [{ index: 0, ...answer }] })];
			response.writeHead(200, { 'content-type': type }).end(text);
		});
	});
	return { url: `${url}/v1`, requests, close };
}
