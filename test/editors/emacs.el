;;; emacs.el --- drives Emacs for the tests  -*- lexical-binding: t -*-

;; Does in Emacs what a writer does, by its own commands and keys, and writes to $EDITOR_RESULTS what came of it:
;; JSON of a step's name -> { value } or { error }.

;; Compiling the editor's libraries in the background would only take time.
(setq native-comp-deferred-compilation nil)

(require 'cl-lib)
(require 'json)
(require 'eglot)
(require 'imenu)

(defconst driver-patience 20 "Seconds that a step may take.")
(defvar driver-workspace (getenv "EDITOR_WORKSPACE"))
(defvar driver-results nil)
(defvar driver-steps nil "Steps to come: (NAME START DONE).")

;; What the editor would warn its user about, and what the server would have it log as an error.
(defvar driver-complaints nil)
(advice-add 'display-warning :before
            (lambda (type message &optional level _buffer)
              ;; Not what its compiler says of its own libraries, nor what is for those who look for mistakes in it.
              (unless (or (eq type 'comp) (eq level :debug)) (push message driver-complaints))))
(cl-defmethod eglot-handle-notification :before
  (_server (_method (eql window/logMessage)) &key type message &allow-other-keys)
  (when (<= type 2) (push message driver-complaints)))
(advice-add 'jsonrpc--log-event :before
            (lambda (_connection message &optional _type)
              (when (plist-get message :error) (push (format "%S" message) driver-complaints))))

(cl-defmacro driver-step (name &key start done)
  "Add a step: START begins it, DONE answers (t . VALUE) when it is done, nil before that."
  (declare (indent 1))
  `(setq driver-steps
         (append driver-steps (list (list ,name (lambda () ,start) (lambda () ,done))))))

(defun driver-run ()
  "Run the first of the steps to come, and then the others."
  (if (null driver-steps)
      (driver-end)
    (pcase-let* ((`(,name ,start ,done) (pop driver-steps))
                 (deadline (+ (float-time) driver-patience)))
      (condition-case problem
          (progn
            (with-current-buffer (driver-buffer) (funcall start))
            (driver-wait name done deadline))
        (error (driver-note name 'error (error-message-string problem)))))))

(defun driver-wait (name done deadline)
  "Ask DONE until it answers; the editor is at rest in between, as it is when nobody types."
  (condition-case problem
      (let ((answer (with-current-buffer (driver-buffer) (funcall done))))
        (cond (answer (driver-note name 'value (cdr answer)))
              ((> (float-time) deadline) (driver-note name 'error "waited in vain"))
              (t (run-with-timer 0.05 nil #'driver-wait name done deadline))))
    (error (driver-note name 'error (error-message-string problem)))))

(defun driver-note (name key value)
  (push (cons name (list (cons key value))) driver-results)
  ;; Without a server there is nothing to wait for.
  (when (and (eq key 'error) (equal name "start")) (setq driver-steps nil))
  (run-with-timer 0 nil #'driver-run))

(defun driver-end ()
  (let ((coding-system-for-write 'utf-8))
    (write-region (json-encode driver-results) nil (getenv "EDITOR_RESULTS")))
  ;; What the server wrote to its standard error, for whoever looks for the cause of a failure.
  (dolist (buffer (buffer-list))
    (when (string-match-p "stderr" (buffer-name buffer))
      (message "%s" (with-current-buffer buffer (buffer-string)))))
  (dolist (buffer (buffer-list))
    (with-current-buffer buffer (set-buffer-modified-p nil)))
  (kill-emacs))

(defun driver-buffer () (window-buffer (selected-window)))

(defun driver-type (&rest keys)
  "Type KEYS, each in the notation of `kbd' or a vector of characters."
  (execute-kbd-macro (apply #'vconcat (mapcar (lambda (key) (if (vectorp key) key (kbd key))) keys))))

(defun driver-text (text) (vconcat text))

(defun driver-open (name)
  (driver-type "C-x C-f C-a C-k" (driver-text (expand-file-name name driver-workspace)) "RET"))

(defun driver-line (number)
  "The text of a line, counted from 1."
  (save-excursion
    (goto-char (point-min))
    (forward-line (1- number))
    (buffer-substring-no-properties (point) (line-end-position))))

(defun driver-go (number text)
  "Put the cursor on the first letter of TEXT on a line."
  (goto-char (point-min))
  (forward-line (1- number))
  (search-forward text (line-end-position))
  (goto-char (match-beginning 0)))

(defun driver-diagnostics ()
  (mapcar (lambda (found)
            (let ((sent (alist-get 'eglot-lsp-diag (flymake-diagnostic-data found))))
              `((line . ,(line-number-at-pos (flymake-diagnostic-beg found)))
                (code . ,(plist-get sent :code)))))
          (flymake-diagnostics)))

(defun driver-outline ()
  "The outline's entries; imenu puts them into groups by kind and by what they are in."
  (let (found)
    (cl-labels ((walk (entries)
                  (dolist (entry entries)
                    (if (listp (cdr entry))
                        (walk (cdr entry))
                      (push `((line . ,(line-number-at-pos (cdr entry))) (name . ,(car entry)))
                            found)))))
      (walk (funcall imenu-create-index-function)))
    (sort found (lambda (a b) (< (alist-get 'line a) (alist-get 'line b))))))

(driver-step "start"
  :start (driver-open "lantern-week.trip.md")
  :done (when-let ((server (eglot-current-server)))
          `(t . ((root . ,(directory-file-name (expand-file-name (project-root (eglot--project server)))))
                 (pid . ,(process-id (jsonrpc--process server)))))))

(driver-step "outline"
  :done (when-let ((found (driver-outline))) (cons t (vconcat found))))

(driver-step "diagnostics"
  :done (when-let ((found (driver-diagnostics))) (cons t (vconcat found))))

(driver-step "hover"
  :start (driver-go 16 "internal")
  :done (let (said)
          (eglot-hover-eldoc-function (lambda (text &rest _) (setq said text)))
          (with-timeout (5) (while (not said) (accept-process-output nil 0.05)))
          (when said (cons t (substring-no-properties said)))))

(driver-step "quickFix"
  :start (progn
           (driver-go 15 "<Redacted")
           (driver-type "M-x" (driver-text "eglot-code-actions") "RET"
                        (driver-text "Make the marker visible") "RET"))
  :done (when (null (driver-diagnostics)) (cons t (driver-line 15))))

(driver-step "definition"
  :start (progn (driver-go 20 "Ottilie") (driver-type "M-."))
  :done (unless (= (line-number-at-pos) 20)
          `(t . ((line . ,(line-number-at-pos))
                 (rest . ,(buffer-substring-no-properties (point) (line-end-position)))))))

(driver-step "completion"
  :start (progn
           (driver-go 24 "Speaker")
           (driver-type "C-e" (driver-text ", Ott"))
           ;; Not typed: eglot gives a completion up when keys wait, and in a macro it takes them to.
           (call-interactively (key-binding (kbd "C-M-i"))))
  :done (unless (string-suffix-p ", Ott" (driver-line 24)) (cons t (driver-line 24))))

(driver-step "rename"
  :start (progn
           (driver-go 13 "Ottilie")
           (driver-type "M-x" (driver-text "eglot-rename") "RET"
                        (driver-text "Odile Brandsma") "RET" "y"))
  :done (when (string-match-p "Odile" (driver-line 13))
          (cons t (vector (driver-line 13) (driver-line 20) (driver-line 24)
                          (with-current-buffer "night-market.trip.md" (driver-line 10))))))

(driver-step "otherFiles"
  :start (driver-open "README.md")
  :done (cons t (if (eglot-managed-p) (length (flymake-diagnostics)) 0)))

(driver-step "complaints" :done (cons t (vconcat driver-complaints)))

;; After the configuration, which a daemon loads before it takes requests.
(add-hook 'emacs-startup-hook (lambda () (run-with-timer 0 nil #'driver-run)))
