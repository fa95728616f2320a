-- Does in Neovim what a writer does, by its own commands and keys, and writes to $EDITOR_RESULTS what came of it:
-- JSON of a step's name -> { value } or { error }. Loaded before the configuration.

local PATIENCE_MS = 20000
local workspace = vim.env.EDITOR_WORKSPACE
local results, complaints, pushed = {}, {}, {}

-- What the editor would tell its user, and what the server would have it log as an error.
vim.notify = function(message, level)
  if level and level >= vim.log.levels.WARN then table.insert(complaints, message) end
end
local function listen(method, listener)
  local usual = vim.lsp.handlers[method]
  vim.lsp.handlers[method] = function(err, result, ...)
    listener(result)
    return usual(err, result, ...)
  end
end
listen("window/logMessage", function(result)
  if result.type <= 2 then table.insert(complaints, result.message) end
end)
listen("textDocument/publishDiagnostics", function(result)
  pushed[result.uri] = result.diagnostics
end)

local function await(what, condition)
  local deadline = vim.loop.now() + PATIENCE_MS
  while true do
    local value = condition()
    if value then return value end
    if vim.loop.now() > deadline then error("waited in vain for " .. what, 0) end
    local running = coroutine.running()
    vim.defer_fn(function() coroutine.resume(running) end, 30)
    coroutine.yield()
  end
end

local function step(name, work)
  local done, value = pcall(work)
  results[name] = done and { value = value } or { error = tostring(value) }
  return done
end

local function line(number) return vim.fn.getline(number) end

--- Puts the cursor on the first letter of a text, on a line counted from 1.
local function go(number, text)
  local at = assert(line(number):find(text, 1, true), "not on line " .. number .. ": " .. text)
  vim.api.nvim_win_set_cursor(0, { number, at - 1 })
end

local function client() return ({ next(vim.lsp.buf_get_clients(0)) })[2] end

local function diagnostics()
  return vim.tbl_map(function(found)
    return { line = found.lnum + 1, code = found.user_data.lsp.code }
  end, vim.diagnostic.get(0))
end

local function steps()
  local started = step("start", function()
    await("the server", client)
    return { root = client().config.root_dir, pid = client().rpc.pid }
  end)
  if not started then return end

  step("outline", function()
    vim.lsp.buf.document_symbol()
    await("the outline", function() return #vim.fn.getqflist() > 0 end)
    vim.cmd("cclose")
    return vim.tbl_map(function(item)
      return { line = item.lnum, name = vim.fn.substitute(item.text, [[^\[\a*\] ]], "", "") }
    end, vim.fn.getqflist())
  end)

  step("diagnostics", function()
    return await("diagnostics", function() return #diagnostics() > 0 and diagnostics() end)
  end)

  step("hover", function()
    go(16, "internal")
    vim.lsp.buf.hover()
    local window = await("the hover's window", function()
      for _, window in ipairs(vim.api.nvim_list_wins()) do
        if vim.api.nvim_win_get_config(window).relative ~= "" then return window end
      end
    end)
    local text = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
    vim.api.nvim_win_close(window, true)
    return table.concat(text, "\n")
  end)

  step("quickFix", function()
    vim.ui.select = function(items, options, choose)
      for _, item in ipairs(items) do
        if options.format_item(item) == "Make the marker visible" then return choose(item) end
      end
      error("not offered")
    end
    go(15, "<Redacted")
    local before = line(15)
    vim.lsp.buf.code_action()
    await("the fix", function() return line(15) ~= before end)
    await("the finding to go", function() return #diagnostics() == 0 end)
    return line(15)
  end)

  step("definition", function()
    go(20, "Ottilie")
    vim.lsp.buf.definition()
    await("the jump", function() return vim.fn.line(".") ~= 20 end)
    return { line = vim.fn.line("."), rest = line("."):sub(vim.fn.col(".")) }
  end)

  step("completion", function()
    vim.api.nvim_input("24GA, Ott<C-x><C-o>")
    -- Neovim takes the only match at once.
    await("the match", function() return #line(24) > #"Speaker: Pelle Aaby, Ott" end)
    vim.api.nvim_input("<Esc>")
    await("the end of inserting", function() return vim.fn.mode() == "n" end)
    return line(24)
  end)

  step("rename", function()
    go(13, "Ottilie")
    vim.lsp.buf.rename("Odile Brandsma")
    await("the new name", function() return line(13):find("Odile", 1, true) end)
    local other = vim.fn.bufnr(workspace .. "/night-market.trip.md")
    return { line(13), line(20), line(24), vim.api.nvim_buf_get_lines(other, 9, 10, false)[1] }
  end)

  step("otherFiles", function()
    vim.cmd("hide edit " .. vim.fn.fnameescape(workspace .. "/README.md"))
    await("the server", client)
    local uri = vim.uri_from_bufnr(0)
    await("diagnostics", function() return pushed[uri] end)
    return #pushed[uri]
  end)

  step("complaints", function() return complaints end)
end

vim.api.nvim_create_autocmd("VimEnter", {
  callback = function()
    coroutine.wrap(function()
      pcall(steps)
      vim.fn.writefile({ vim.fn.json_encode(results) }, vim.env.EDITOR_RESULTS)
      vim.cmd("qall!")
    end)()
  end,
})
