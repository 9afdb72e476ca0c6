import * as z from 'zod';

/**
 * What a page of the form posts where no script runs. A field beside these that is called `q` and a
 * number, from 1 on, has the level of the item at that place in the definition's order; whatever
 * else comes with them is not looked at.
 */
export const FormPost = z
  .object({
    _do: z
      .enum(['check', 'send', 'edit', 'ask-withdraw', 'withdraw'])
      .describe('The step; "send" where there is none.')
      .optional(),
    _receipt: z
      .string()
      .describe(
        'The receipt, or the private link that ends in it; without one the service makes one.',
      )
      .optional(),
    _revision: z
      .string()
      .regex(/^\d{1,10}$/)
      .describe('As the API counts it; 0 where there is none. Only `send` looks at it.')
      .optional(),
    _invitation: z.string().describe('The code, where the poll asks for one.').optional(),
    _lang: z.string().describe('The form again, in this language.').optional(),
    _clear: z.string().describe('The form again, without the answer in this field.').optional(),
  })
  .catchall(z.string());
export type FormPost = z.infer<typeof FormPost>;

/** A step of the form where no script runs. */
export type FormStep = NonNullable<FormPost['_do']>;
